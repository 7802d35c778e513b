/** Mails that cannot be read: each is refused with its code, in words. */
import { describe, expect, it } from 'vitest';
import { type DocumentFacts, openDocument } from '../../../shared/core/intake/open.ts';
import { LIMITS } from '../../../shared/core/limits.ts';
import type { ArticleRecord } from '../../../shared/core/record.ts';
import { Rejection } from '../../../shared/core/rejection.ts';
import { cleanBytes } from '../../../shared/pipeline/clean.ts';
import { createReader } from '../../../shared/workers/reader.ts';
import { aLetter, alternative, aPart, between, SENDER, SIGNED_PAGE } from './letters.ts';
import { HEADLINE, PAGE } from './one-article.ts';

const reader = createReader();
const FACTS: DocumentFacts = { contentType: 'image/jpeg', contentEncoding: null, name: 'photo.jpg' };
const read = (bytes: Uint8Array): Promise<ArticleRecord> =>
  cleanBytes(bytes, { path: 'inbox/a.bin', modifiedAt: '2025-03-05T00:00:00Z' }, reader);
const open = (bytes: Uint8Array, facts = FACTS) => openDocument(bytes, facts);

function refusal(bytes: Uint8Array): string {
  try {
    open(bytes);
  } catch (error) {
    if (error instanceof Rejection) return error.code;
  }
  return 'read';
}

describe('a mail that cannot be read is refused with its code', () => {
  const nested = (depth: number): Buffer =>
    depth === 0
      ? aPart({ 'Content-Type': 'text/plain' }, 'x')
      : aPart({ 'Content-Type': `multipart/mixed; boundary=b${depth}b` }, between(`b${depth}b`, [nested(depth - 1)]));
  const many = between(
    'm',
    Array.from({ length: LIMITS.mailParts + 1 }, () => Buffer.from('\r\n')),
  );
  it.each<readonly [string, Uint8Array, string]>([
    ['parts without a boundary', aLetter('multipart/mixed', 'x'), 'document.damaged'],
    [
      'a boundary of 4,000 characters',
      aLetter(`multipart/mixed; boundary="${'x'.repeat(4_000)}"`, 'x'),
      'document.damaged',
    ],
    [
      'parts 30 deep',
      aPart({ ...SENDER, 'Content-Type': 'multipart/mixed; boundary=top' }, between('top', [nested(30)])),
      'document.nested-too-deep',
    ],
    ['too many parts', aLetter('multipart/mixed; boundary=m', many), 'page.too-many-elements'],
    [
      'a header without end',
      Buffer.from(`Received: x\r\nFrom: x\r\n${'X-Long: y\r\n'.repeat(40_000)}`),
      'document.too-large',
    ],
    ['a locked mail', aLetter('multipart/encrypted; boundary=m', between('m', [])), 'document.encrypted'],
    ['a locked mail (S/MIME)', aLetter('application/pkcs7-mime; smime-type=enveloped-data', 'x'), 'document.encrypted'],
    [
      'a mail whose signature holds its text',
      aLetter('application/pkcs7-mime; smime-type=signed-data', 'x'),
      'document.unsupported-format',
    ],
    ['a mail with a picture alone', aLetter('image/png', 'x'), 'article.no-text'],
    [
      'a mail with attachments alone',
      aLetter('multipart/mixed; boundary=m', between('m', [aPart({ 'Content-Type': 'text/html; name=a.html' }, PAGE)])),
      'article.no-text',
    ],
    ['an empty mail', aLetter('text/plain', ''), 'document.empty'],
    [
      'a mail in uuencode',
      aLetter('text/plain', 'x', { 'Content-Transfer-Encoding': 'x-uuencode' }),
      'document.unsupported-format',
    ],
    [
      'a mail that was cut inside of its text',
      aLetter('multipart/alternative; boundary=alt', alternative.subarray(0, alternative.length - 300)),
      'document.truncated',
    ],
    [
      'a mailbox',
      Buffer.from(`From ida@mail.example Mon Mar  3 12:00:00 2025\n${aLetter('text/plain', 'x')}`),
      'document.unsupported-format',
    ],
  ])('%s', (_, bytes, code) => {
    expect(refusal(bytes)).toBe(code);
  });

  it('and one whose attachment was cut is read: its text is whole', async () => {
    const parts = between('m', [
      aPart({ 'Content-Type': 'text/html; charset=utf-8' }, SIGNED_PAGE),
      aPart({ 'Content-Type': 'image/png; name=a.png' }, 'x'.repeat(900)),
    ]);
    const record = await read(aLetter('multipart/mixed; boundary=m', parts.subarray(0, parts.length - 500)));
    expect(record.headline).toBe(HEADLINE);
  });

  it('and what only looks like a mail is text', () => {
    expect(open(Buffer.from('From: the harbour\nSubject: bells\nTo: everybody\n\nThey rang.')).mediaType).toBe(
      'text/plain',
    );
    const named = { contentType: null, contentEncoding: null, name: 'a.eml' };
    expect(open(Buffer.from('From: the harbour\nSubject: bells\n\nThey rang.'), named).mediaType).toBe(
      'message/rfc822',
    );
  });
});
