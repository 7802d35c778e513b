/** Mails and saved pages: the text, what stands beside it, and what is refused. */
import { describe, expect, it } from 'vitest';
import { type DocumentFacts, openDocument } from '../../../shared/core/intake/open.ts';
import type { ArticleRecord } from '../../../shared/core/record.ts';
import { cleanBytes } from '../../../shared/pipeline/clean.ts';
import { createReader } from '../../../shared/workers/reader.ts';
import {
  ADDRESS,
  aLetter,
  alternative,
  aPart,
  base64,
  between,
  flowing,
  LETTERS,
  MHTML,
  SENDER,
  SIGNED_PAGE,
  SIGNED_TEXT,
} from './letters.ts';
import { HEADLINE, PAGE, PARAGRAPHS } from './one-article.ts';

const reader = createReader();
const FACTS: DocumentFacts = { contentType: 'image/jpeg', contentEncoding: null, name: 'photo.jpg' };
const read = (bytes: Uint8Array): Promise<ArticleRecord> =>
  cleanBytes(bytes, { path: 'inbox/a.bin', modifiedAt: '2025-03-05T00:00:00Z' }, reader);
const open = (bytes: Uint8Array, facts = FACTS) => openDocument(bytes, facts);

describe('a mail', () => {
  it.each(LETTERS)('%s: its author and day, whatever name and type say', async (_, bytes) => {
    const record = await read(bytes);
    expect(record.authors).toEqual([{ name: 'Anna Lee', kind: 'person' }]);
    expect(record.source.mediaType).toMatch(/^(?:message\/rfc822|multipart\/related)$/);
    expect(open(bytes).text).toContain('three winters');
  });

  it.each(['\r\n', `${' '.repeat(140)}\r\n`, '\ufeff'])('is one behind blanks or a mark: %j', async (before) => {
    const letter = aLetter('text/plain; charset=utf-8', SIGNED_TEXT, { 'Content-Transfer-Encoding': '8bit' });
    const record = await read(Buffer.concat([Buffer.from(before), letter]));
    expect(record.authors).toEqual([{ name: 'Anna Lee', kind: 'person' }]);
  });

  it('says when it was sent, in whose name, and under which id, each with its evidence', async () => {
    const record = await read(aLetter('multipart/alternative; boundary=alt', alternative));
    expect(record.published).toMatchObject({ utc: '2025-03-03T12:00:00Z', status: 'stated' });
    expect(record.evidence['published']).toMatchObject({ where: 'mail Date', rule: 'published.sent' });
    expect(record.publisher?.name).toBe('Halden Courier');
    expect(record.evidence['publisher']).toMatchObject({ where: 'mail From', rule: 'publisher.sender' });
    expect(record.quality).toContain('publisher-inferred');
    expect(record.identity).toEqual({ kind: 'guid', value: '4711@halden-courier.example' });
  });

  it('of a list is in the name of the list, of one person in nobody’s', async () => {
    const list = { 'List-Id': 'Morning in Halden <morning.halden-courier.example>' };
    expect((await read(aLetter('text/plain', SIGNED_TEXT, list))).publisher?.name).toBe('Morning in Halden');
    const { 'List-Unsubscribe': _, ...person } = SENDER;
    const record = await read(
      aPart({ ...person, From: 'Ida Holm <ida@mail.example>', 'Content-Type': 'text/plain' }, SIGNED_TEXT),
    );
    expect(record.publisher).toBeNull();
  });

  it('has the headline of its text; the subject only where the text has none', async () => {
    const briefing = { Subject: '=?utf-8?Q?Fwd:_[Halden]_Your_morning_=E2=80=93_in_brief?=' };
    const record = await read(aLetter('text/html', SIGNED_PAGE, briefing));
    expect(record.headline).toBe(HEADLINE);
    expect(Object.values(record.evidence).map(({ raw }) => raw)).toContain('Your morning – in brief');
    const bare = await read(
      aLetter('text/html', PAGE.replace(/<title>.*<\/title>/, '').replace(/<h1>.*<\/h1>/, ''), briefing),
    );
    expect(bare.headline).toBe('Your morning – in brief');
    expect(bare.evidence['headline']?.where).toBe('mail Subject');
  });

  it('prints its own date, which counts more than when it was sent', async () => {
    const dated = SIGNED_PAGE.replace(
      'By Anna Lee',
      'By Anna Lee</p><p><time datetime="2025-02-28T09:00:00Z">28 February 2025</time>',
    );
    expect((await read(aLetter('text/html', dated))).published.local?.slice(0, 10)).toBe('2025-02-28');
  });

  it('is the plain text where a page below it is only a line of whoever passed it on, and the page where that is the longer', async () => {
    const plain = aPart({ 'Content-Type': 'text/plain; charset=utf-8' }, SIGNED_TEXT);
    const css = `<style>${'p { color: red } '.repeat(200)}</style>`;
    const footer = aPart(
      { 'Content-Type': 'text/html' },
      `<html><HEAD>${css}</HEAD><p>Scanned by the post room.</p></html>`,
    );
    const mixed = (parts: readonly Uint8Array[]) => aLetter('multipart/mixed; boundary=m', between('m', parts));
    expect((await read(mixed([plain, footer]))).body.map(({ text }) => text)).toEqual(PARAGRAPHS);
    const page = aPart({ 'Content-Type': 'text/html; charset=utf-8' }, SIGNED_PAGE);
    const list = aPart({ 'Content-Type': 'text/plain' }, 'You get this because you are on a list.');
    expect((await read(mixed([page, list]))).body.map(({ text }) => text)).toEqual(PARAGRAPHS);
  });

  it('names what it brings besides, and reads none of it', async () => {
    const brought = ['minutes.html', 'b.pdf'].map((name) =>
      aPart(
        { 'Content-Type': 'text/html', 'Content-Disposition': `attachment; filename="${name}"` },
        '<p>Another article.</p>',
      ),
    );
    const forwarded = aPart({ 'Content-Type': 'message/rfc822' }, aLetter('text/plain', 'Another mail.'));
    const page = aPart({ 'Content-Type': 'text/html; charset=utf-8' }, SIGNED_PAGE);
    const record = await read(aLetter('multipart/mixed; boundary=m', between('m', [page, ...brought, forwarded])));
    expect(record.body.map(({ text }) => text)).toEqual(PARAGRAPHS);
    expect(record.evidence['attachments']).toMatchObject({
      rule: 'attachments.not-read',
      raw: 'minutes.html, b.pdf, message/rfc822',
    });
  });

  it.each<readonly [string, string, Buffer]>([
    [
      'koi8-r',
      'Паром вернулся',
      Buffer.from([0xf0, 0xc1, 0xd2, 0xcf, 0xcd, 0x20, 0xd7, 0xc5, 0xd2, 0xce, 0xd5, 0xcc, 0xd3, 0xd1]),
    ],
    ['shift_jis', '港の船', Buffer.from([0x8d, 0x60, 0x82, 0xcc, 0x91, 0x44])],
    ['iso-8859-1', 'Café à Zürich', Buffer.from('Café à Zürich', 'latin1')],
    ['iso-2022-jp', '港の船', Buffer.from('\x1b$B9A$NA%\x1b(B', 'latin1')],
  ])('in %s is read as its part says', (charset, text, bytes) => {
    const long = Buffer.concat(Array.from({ length: 8 }, () => Buffer.concat([bytes, Buffer.from('.\r\n')])));
    for (const body of [
      { packed: base64(long), encoding: 'base64' },
      { packed: long, encoding: '8bit' },
    ]) {
      const letter = aLetter(`text/plain; charset=${charset}`, body.packed, {
        'Content-Transfer-Encoding': body.encoding,
      });
      expect(open(letter).text).toContain(text);
    }
  });

  it('joins flowed lines, keeps quotes apart, and takes away what was put before a "From"', () => {
    const flowed = '> A quoted line \r\n> goes on.\r\n From here \r\nto there.\r\n-- \r\nIda';
    const { text } = open(aLetter('text/plain; format=flowed', flowed));
    expect(text).toBe('> A quoted line goes on.\nFrom here to there.\n-- \nIda');
    const east = open(aLetter('text/plain; charset=utf-8; format=flowed; delsp=yes', '港の \r\n船'));
    expect(east.text).toBe('港の船');
    expect(flowing(SIGNED_TEXT).split('\r\n').length).toBeGreaterThan(12);
  });
});

describe('a saved page', () => {
  it('has the address that it was saved from, the moment of it, and no date of its own', async () => {
    const record = await read(MHTML);
    expect(record).toMatchObject({
      url: ADDRESS,
      capturedAt: '2025-03-04T08:00:00.000Z',
      identity: { kind: 'url', value: ADDRESS },
    });
    expect(record.published.status).toBe('missing');
    expect(record.publisher?.name).not.toMatch(/Saved by/);
  });

  it('is the part that its header names, wherever it stands', async () => {
    const other = aPart(
      { 'Content-Type': 'text/html', 'Content-ID': '<b>' },
      '<p>A frame with other words in it, which is no article.</p>',
    );
    const page = aPart(
      { 'Content-Type': 'text/html; charset=utf-8', 'Content-ID': '<a>', 'Content-Location': ADDRESS },
      SIGNED_PAGE,
    );
    const fields = {
      From: '"Saved by an older browser"',
      Subject: 'x',
      'MIME-Version': '1.0',
      Date: 'today',
      'Content-Type': 'multipart/related; start="<a>"; boundary=b',
    };
    const record = await read(aPart(fields, between('b', [other, page])));
    expect(record).toMatchObject({ headline: HEADLINE, url: ADDRESS, capturedAt: null });
  });
});
