/** What bytes are when they are no text, and how they are unpacked, byte by byte. */
import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { refuseBinary } from '../../shared/core/intake/binary.ts';
import { asRejection, inflateAll, marked, plainlyText, unpack, wanted } from '../../shared/core/intake/inflate.ts';
import { packingOf } from '../../shared/core/intake/unpacker.ts';
import { isLockedOffice } from '../../shared/core/intake/zip.ts';
import { officeKind, zipKind } from '../../shared/core/intake/zip-kind.ts';
import { LIMITS } from '../../shared/core/limits.ts';
import { Rejection } from '../../shared/core/rejection.ts';

const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const utf8 = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'));
function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Rejection) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'none';
}

describe('bytes that are no text', () => {
  it('are binary when they hold several control characters, and more than one in fifty', () => {
    const binary = 'document.binary: This is binary data of no known format, not text.';
    const of = (text: string) => refusal(() => refuseBinary(latin(text)));
    expect(of(`\x01\x02\x03\x04${'a'.repeat(195)}`)).toBe(binary);
    expect(of(`\x01\x02\x03\x04${'a'.repeat(196)}`)).toBe('none');
    expect(of(`\x01\x02\x03${'a'.repeat(20)}`)).toBe('none');
    expect(of('\x01\x02')).toBe(binary);
    expect([of('\x08\x0e\x1a\x1f'), of('\t\n\v\f\r\x1b\t\n')]).toEqual([binary, 'none']);
    expect(of('\xff\xfe\x01\x02\x03\x04')).toBe('none');
    expect(of('')).toBe('none');
  });

  it('are locked where their lock shows', () => {
    const locked = (name: string) =>
      `document.encrypted: This is ${name}, and it is locked: upload it without its password.`;
    const of = (text: string) => refusal(() => refuseBinary(latin(text)));
    expect(of('-----BEGIN PGP MESSAGE-----\n')).toBe(locked('a PGP message'));
    expect(of('PK\x03\x04\x14\0\x01\0x')).toBe(locked('a zip archive'));
    const office = `\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${[...'EncryptedPackage'].join('\0')}`;
    expect(of(office)).toBe(locked('a Microsoft Office document'));
    expect([isLockedOffice(latin(office)), isLockedOffice(latin(`x${office}`))]).toEqual([true, false]);
  });

  it.each([
    ['a file', 'PK\x03\x04', false],
    ['nothing', 'PK\x05\x06', false],
    ['a part of many', 'PK\x07\x08', false],
    ['a locked file', 'PK\x03\x04\x14\0\x09\0', true],
    ['a file with other flags', 'PK\x03\x04\x14\0\x08\0', false],
    ['nothing, and a number', 'PK\x05\x06\0\0\x01\0', false],
  ])('are, of a zip with %s, a zip archive', (_, text, encrypted) => {
    expect(zipKind(latin(text))).toEqual({ name: 'a zip archive', encrypted });
  });

  it.each([
    ['word/a.xml', 'a Microsoft Word document'],
    ['xl/a.xml', 'a Microsoft Excel workbook'],
    ['ppt/a.xml', 'a Microsoft PowerPoint presentation'],
    ['other/word/a.xml', null],
  ])('are, of a zip with a list of parts and %s, %s', (name, kind) => {
    expect(officeKind(['[Content_Types].xml', name])).toBe(kind);
    expect(officeKind([name])).toBeNull();
  });

  it('are no zip without its sign', () => {
    expect(['PK\x01\x02', 'xPK\x03\x04', 'PK'].map((text) => zipKind(latin(text)))).toEqual([null, null, null]);
  });
});

describe('compression', () => {
  it('is known by its first bytes, or tried when somebody says so and the bytes are no text', () => {
    expect(
      ['\x1f\x8b\x08', '\x28\xb5\x2f\xfd', 'BZh9\x31\x41\x59\x26\x53\x59', '\x1f\x8b'].map((head) =>
        marked(latin(head)),
      ),
    ).toEqual(['gzip', 'zstd', 'bzip2', null]);
    expect(wanted({ contentEncoding: 'GZIP, Br', name: 'a.ZZ' })).toEqual(['brotli', 'deflate', 'raw-deflate']);
    expect(wanted({ contentEncoding: 'deflate', name: 'a.br' })).toEqual(['brotli', 'deflate', 'raw-deflate']);
    expect(wanted({ contentEncoding: null, name: 'a.html' })).toEqual([]);
    expect(wanted({ contentEncoding: `${'x'.repeat(200)},br`, name: '' })).toEqual([]);
    expect(['text\t\n\r\x1b', 'a\x08', 'a\x0e', 'a\x1f', 'a\xff', 'ä'].map((text) => plainlyText(latin(text)))).toEqual(
      [...[true, false, false, false, false, false]],
    );
    const hints = { contentEncoding: 'br', name: '' };
    expect([packingOf(latin('\x1f\x8b\x08'), hints), packingOf(latin('BZh9\x31\x41\x59\x26\x53\x59'), hints)]).toEqual([
      'gzip',
      null,
    ]);
    expect([packingOf(latin('\x01\x02'), hints), packingOf(utf8('text'), hints)]).toEqual(['brotli', null]);
  });

  it('that cannot be undone says why, and what nobody knows is thrown on', () => {
    const coded = (code: string) => Object.assign(new Error('x'), { code });
    const why = (code: string) =>
      refusal(() => {
        throw asRejection(coded(code), 'gzip', 3 * 1024 * 1024);
      });
    expect(why('ERR_BUFFER_TOO_LARGE')).toBe('document.inflates-too-large: The gzip data unpacks to more than 3 MiB.');
    const cut = 'document.truncated: The gzip data ends in the middle: upload the whole file.';
    expect([why('Z_BUF_ERROR'), why('ZSTD_error_srcSize_wrong')]).toEqual([cut, cut]);
    const damaged = 'document.damaged: The gzip data is damaged: upload the file again.';
    for (const code of ['Z_DATA_ERROR', 'Z_NEED_DICT', 'ERR__ERROR_FORMAT_PADDING_1', 'ZSTD_error_prefix_unknown'])
      expect([code, why(code)]).toEqual([code, damaged]);
    expect(() => asRejection(coded('ENOMEM'), 'gzip', 1)).toThrow('x');
    expect(() => asRejection('text', 'gzip', 1)).toThrow('text');
  });

  it('is undone so often and no oftener, and so far and no farther', () => {
    const none = { contentEncoding: null, name: '' };
    const times = (count: number) =>
      Array.from({ length: count }).reduce<Uint8Array>((inside) => zlib.gzipSync(inside), utf8('text'));
    expect(unpack(times(LIMITS.inflateDepth), none)).toEqual({ bytes: Buffer.from('text'), cut: null });
    expect(refusal(() => unpack(times(LIMITS.inflateDepth + 1), none))).toBe(
      `document.nested-too-deep: The file is compressed more than ${LIMITS.inflateDepth} times over: unpack it first.`,
    );
    const hundred = zlib.gzipSync('x'.repeat(100));
    expect(unpack(hundred, none, 100).bytes).toHaveLength(100);
    expect(refusal(() => unpack(hundred, none, 99))).toContain('document.inflates-too-large');
    const cut = zlib
      .gzipSync(Buffer.from(Array.from({ length: 900 }, (_, at) => `line ${at * 7919}`).join('\n')))
      .subarray(0, 1_500);
    expect(unpack(cut, none).cut?.code).toBe('document.truncated');
    expect(refusal(() => inflateAll(cut, none))).toContain('document.truncated');
  });
});
