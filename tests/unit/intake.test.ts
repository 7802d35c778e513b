import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openDocument } from '../../shared/core/intake/open.ts';
import { LIMITS } from '../../shared/core/limits.ts';
import { Rejection } from '../../shared/core/rejection.ts';
import { aZip } from '../../shared/testing/archives.ts';

const NO_FACTS = { contentType: null, contentEncoding: null, name: 'x' };
const PROSE = 'The ferry came in at noon.\nNobody had expected it before Friday.\n';
const PAGE = '<!doctype html><html><body><p>The ferry came in at noon.</p></body></html>';

const open = (input: string | Uint8Array, facts: Partial<typeof NO_FACTS> | { readonly [key: string]: string } = {}) =>
  openDocument(typeof input === 'string' ? Buffer.from(input, 'utf8') : input, { ...NO_FACTS, ...facts });

const SUMMED = { [zlib.constants.ZSTD_c_checksumFlag]: 1 };
const quickBrotli = (input: Uint8Array) =>
  zlib.brotliCompressSync(input, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 1 } });

function refusal(input: string | Uint8Array, facts = {}): { readonly code: string; readonly message: string } {
  try {
    open(input, facts);
  } catch (error) {
    if (error instanceof Rejection) return { code: error.code, message: error.message };
    throw error;
  }
  return { code: 'none', message: '' };
}

describe('a document is what its bytes say', () => {
  it.each([
    ['a page', PAGE, 'html', 'text/html'],
    ['a page without html or head', '<p>The ferry came in.</p><p>At noon.</p>', 'html', 'text/html'],
    ['a page after a comment', `<!-- saved from a browser -->\n${PAGE}`, 'html', 'text/html'],
    ['an old page', '<HTML><BODY BGCOLOR=white>The ferry<BR>came in</BODY></HTML>', 'html', 'text/html'],
    [
      'XHTML',
      `<?xml version="1.0"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml"><p>a</p></html>`,
      'html',
      'application/xhtml+xml',
    ],
    ['text', PROSE, 'text', 'text/plain'],
    [
      'text that speaks of tags',
      'He wrote <p> at the top & "<br>" below.\nIt was 3 < 4 and 5 > 2.',
      'text',
      'text/plain',
    ],
    ['text that begins with a leftover image', `<img src="pixel.gif">\n${PROSE}`, 'text', 'text/plain'],
    ['text that begins with a bracket', '[Updated] The ferry came in.\n', 'text', 'text/plain'],
    [
      'text that begins with From',
      'From Berlin to Lagos: the night ferry\n\nThe ferry came in.\n',
      'text',
      'text/plain',
    ],
    ['text with a colon', 'From: the harbour\nTo: the town\nThe ferry came in.\n', 'text', 'text/plain'],
  ])('%s', (_, input, format, mediaType) => {
    expect(open(input)).toMatchObject({ format, mediaType });
    expect(open(input, { name: 'photo.jpg', contentType: 'image/jpeg' })).toMatchObject({ format, mediaType });
  });

  it('takes the name as a hint where the bytes leave it open', () => {
    expect(open(`# The ferry\n\n${PROSE}`, { name: 'ferry.md' })).toMatchObject({
      format: 'text',
      mediaType: 'text/markdown',
    });
    expect(open('The <i>ferry</i> came', { name: 'ferry.html' })).toMatchObject({ format: 'html' });
    expect(open(PROSE, { name: 'ferry.html', contentType: 'text/html' })).toMatchObject({ format: 'text' });
  });

  it('counts the bytes as stored', () => {
    const packed = zlib.gzipSync(PROSE.repeat(50));
    expect(open(packed)).toMatchObject({ format: 'text', bytes: packed.length, text: PROSE.repeat(50) });
  });
});

describe('compression', () => {
  const data = Buffer.from(PAGE.repeat(20));
  it.each([
    ['gzip', zlib.gzipSync(data), {}],
    ['gzip in gzip', zlib.gzipSync(zlib.gzipSync(data)), {}],
    ['zstd', zlib.zstdCompressSync(data), {}],
    ['brotli by its header', zlib.brotliCompressSync(data), { contentEncoding: 'br' }],
    ['brotli by its name', zlib.brotliCompressSync(data), { name: 'page.html.br' }],
    ['deflate', zlib.deflateSync(data), { contentEncoding: 'deflate' }],
    ['raw deflate', zlib.deflateRawSync(data), { contentEncoding: 'deflate' }],
    ['nothing, although the header says brotli', data, { contentEncoding: 'br' }],
    ['nothing, although the name says gzip', data, { name: 'page.html.gz', contentEncoding: 'gzip' }],
  ])('is undone: %s', (_, input, facts) => {
    expect(open(input, facts).text).toBe(data.toString());
  });

  it('leaves Latin-1 text alone that somebody called brotli', () => {
    expect(open(Buffer.from('Caf\xe9 au lait, d\xe9j\xe0 bu', 'latin1'), { contentEncoding: 'br' }).text).toContain(
      'Café',
    );
  });

  it.each([
    ['gzip', zlib.gzipSync, {}],
    ['zstd', zlib.zstdCompressSync, {}],
    ['brotli', quickBrotli, { contentEncoding: 'br' }],
  ])('of %s that end in the middle gives what is there, and says that it is the beginning', (_name, pack, facts) => {
    const whole = Array.from({ length: 10_000 }, (_line, at) => `The ferry of ${at} came in at ${(at * 7919) % 1440}.`);
    const packed = pack(Buffer.from(whole.join('\n')));
    const { text, isCut } = openDocument(packed.subarray(0, Math.ceil(packed.length * 0.8)), { ...NO_FACTS, ...facts });
    expect(isCut).toBe(true);
    expect(whole.join('\n').startsWith(text.trim())).toBe(true);
    expect(text.length).toBeGreaterThan(100_000);
  });

  it.each([
    ['gzip', zlib.gzipSync],
    ['zstd', (bytes: Uint8Array) => zlib.zstdCompressSync(bytes, { params: SUMMED })],
  ])('of %s is read where other bytes stand behind it, and up to a part that is damaged', (_name, pack) => {
    const packed = pack(data);
    const behind = open(Buffer.concat([packed, Buffer.from('Signed: I. Holm')]));
    expect([behind.text, behind.isCut ?? false]).toEqual([data.toString(), false]);
    const damaged = Buffer.from(packed).fill(0xff, 14, 40);
    const before = open(Buffer.concat([packed, packed, damaged, packed]));
    expect([before.text, before.isCut]).toEqual([data.toString().repeat(2), true]);
    expect(refusal(Buffer.concat([damaged, packed])).code).toBe('document.damaged');
  });

  it('is refused when nothing of it is there, damaged, endless or nested too deep', () => {
    const packed = zlib.gzipSync(PROSE.repeat(500));
    expect(refusal(packed.subarray(0, 12)).code).toBe('document.truncated');
    const noise = Buffer.from(Array.from({ length: 50_000 }, (_, at) => (at * at * 31) % 251));
    expect(refusal(zlib.gzipSync(noise).subarray(0, 400)).code).toBe('document.truncated');
    const damaged = Buffer.from(packed).fill(0xff, 15, 40);
    expect(refusal(damaged).code).toBe('document.damaged');
    const nested = zlib.gzipSync(zlib.gzipSync(zlib.gzipSync(data)));
    expect(refusal(nested).code).toBe('document.nested-too-deep');
    const endless = Buffer.alloc(LIMITS.inflatedBytes + 1, 32);
    expect(refusal(zlib.gzipSync(endless)).code).toBe('document.inflates-too-large');
    expect(refusal(zlib.zstdCompressSync(endless)).code).toBe('document.inflates-too-large');
    const bomb = zlib.brotliCompressSync(endless);
    expect(bomb.length).toBeLessThan(400);
    expect(refusal(bomb, { contentEncoding: 'br' }).code).toBe('document.inflates-too-large');
  });
});

describe('what holds no readable text is refused by name', () => {
  const latin = (text: string) => Buffer.from(text, 'latin1');
  const office = (name: string) => aZip(['[Content_Types].xml', name].map((each) => ({ name: each, content: '<x/>' })));
  it.each([
    ['a PNG image', latin('\x89PNG\r\n\x1a\n\0\0')],
    ['a JPEG image', latin('\xff\xd8\xff\xe0\0\x10JFIF')],
    ['a GIF image', latin('GIF89a\x01\0')],
    ['a WebP image', latin('RIFF\x24\0\0\0WEBPVP8 ')],
    ['a zip archive', latin('PK\x03\x04\x14\0\0\0\x08\0notes.txt')],
    ['a Microsoft Word document', office('word/document.xml')],
    ['a Microsoft Excel workbook', office('xl/workbook.xml')],
    ['a Microsoft Office document', office('ppt/presentation.xml').subarray(0, 80)],
    ['an EPUB book', aZip([{ name: 'mimetype', content: 'application/epub+zip' }], { method: 0 })],
    ['a Microsoft Office document', latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0')],
    ['an RTF document', '{\\rtf1\\ansi The ferry}'],
    ['JSON', '{"headline": "The ferry", "body": "It came."}'],
    ['JSON', '[{"a": 1}]'],
    ['an RSS feed', '<?xml version="1.0"?><rss version="2.0"><channel/></rss>'],
    ['an Atom feed', '<feed xmlns="http://www.w3.org/2005/Atom"></feed>'],
    ['a NewsML-G2 document', '<?xml version="1.0"?><newsItem guid="urn:x"></newsItem>'],
    ['an XML document of unknown kind', '<?xml version="1.0"?><minutes><item/></minutes>'],
    ['a mailbox', 'From a@example.org Mon Mar  3 12:00:00 2025\nSubject: The ferry\n\nIt came.'],
    ['a WARC crawl', 'WARC/1.0\r\nWARC-Type: response\r\n'],
  ])('%s', (name, input) => {
    const { code, message } = refusal(input);
    expect(code).toBe('document.unsupported-format');
    expect(message).toContain(`This is ${name}`);
  });

  it('records in JSON one after the other over several lines, and how they can be read', () => {
    const record = JSON.stringify({ title: 'A {brace} and a "quote"', text: 'It came.' }, null, 2);
    const { code, message } = refusal(`${record}\n${record}\n`);
    expect([code, message]).toEqual(['document.unsupported-format', expect.stringContaining('on one line')]);
    // One record of names that nobody knows is another matter.
    expect(refusal(JSON.stringify({ a: { b: 1 } }, null, 2)).message).toContain('mapping');
  });

  it('a table whatever it is called when its first line names title and text, as a store takes it; any other only when its type says so too', () => {
    const table = 'id,title,text\n1,Ferry,It came\n';
    for (const name of ['export.csv', 'export']) expect(refusal(table, { name }).message).toContain('a table (CSV)');
    const other = 'id,ferry,hour\n1,Ferry,It came\n';
    expect(refusal(other, { name: 'export.csv' }).message).toContain('does not name its columns');
    expect(refusal(other).code).toBe('none');
  });

  it('locked files, binary data, emptiness and size have codes of their own', () => {
    expect(refusal(latin('PK\x03\x04\x14\0\x09\0\x08\0secret.txt')).code).toBe('document.encrypted');
    const locked = latin(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(500)}${[...'EncryptedPackage'].join('\0')}\0`);
    expect(refusal(locked).code).toBe('document.encrypted');
    expect(refusal(Uint8Array.from({ length: 3_000 }, (_, at) => (at * at * 31 + at * 7) >>> 3)).code).toBe(
      'document.binary',
    );
    for (const blank of ['', ' \n\t \r\n', '\u{feff}', '\u{a0}\u{200b}\n'])
      expect(refusal(blank).code).toBe('document.empty');
    expect(refusal(zlib.gzipSync('')).code).toBe('document.empty');
    expect(refusal(new Uint8Array(LIMITS.objectBytes + 1)).code).toBe('document.too-large');
  });
});
