/** What bytes say of themselves, byte by byte: marks, halves of characters, and charsets that are declared. */
import { describe, expect, it } from 'vitest';
import { charsetOfContentType, charsetOfMarkup, encodingName } from '../../shared/core/intake/declared-charset.ts';
import { hasForeignRows } from '../../shared/core/intake/detect-charset.ts';
import { openDocument } from '../../shared/core/intake/open.ts';
import {
  byteOrderMark,
  decodeUtf32,
  isStrictUtf8,
  unmarkedUnicode,
  withoutCutTail,
} from '../../shared/core/intake/utf.ts';
import { decodeMixed, mixIn } from '../../shared/core/intake/utf8-repair.ts';

const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const utf8 = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'));
const wide = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const big = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16());

describe('a mark of the order of bytes', () => {
  it.each([
    ['\xff\xfe\0\0', 'utf-32le'],
    ['\0\0\xfe\xff', 'utf-32be'],
    ['\xef\xbb\xbf', 'utf-8'],
    ['\xff\xfea\0', 'utf-16le'],
    ['\xfe\xff\0a', 'utf-16be'],
    ['\xff\xfe', 'utf-16le'],
    ['\xef\xbb', null],
    ['\xff', null],
    ['', null],
    ['abc', null],
  ])('%j says %s', (bytes, name) => {
    expect(byteOrderMark(latin(bytes))).toBe(name);
  });
});

const widest = (text: string) => new Uint8Array(Uint32Array.from([...text], (one) => one.codePointAt(0) ?? 0).buffer);
const bigWidest = (text: string) => new Uint8Array(Buffer.from(widest(text)).swap32());

describe('UTF-32 without a mark', () => {
  it.each([
    ['text', widest('The ferry 😀\n'), 'utf-32le'],
    ['the same, the other way round', bigWidest('The ferry 😀\n'), 'utf-32be'],
    ['Chinese', widest('港口仓库'), 'utf-32le'],
    ['a last character that is cut', widest('The ferry').subarray(0, -2), 'utf-32le'],
    ['three letters', widest('abc'), null],
    ['small numbers for machines', new Uint8Array(Uint32Array.from([1, 2, 3, 4, 300]).buffer), null],
    ['half of a pair', new Uint8Array(Uint32Array.from([0x61, 0x62, 0x63, 0xd800]).buffer), null],
    ['a number beyond all characters', new Uint8Array(Uint32Array.from([0x61, 0x62, 0x63, 0x110000]).buffer), null],
  ])('%s', (_, bytes, name) => {
    expect(unmarkedUnicode(bytes)).toBe(name);
  });
});

describe('UTF-16 without a mark', () => {
  it.each([
    ['text of the West', wide('The ferry came in at noon.'), 'utf-16le'],
    ['the same, the other way round', big('The ferry came in at noon.'), 'utf-16be'],
    ['Cyrillic', wide('Паром пришёл в полдень, и никто его не ждал.'), 'utf-16le'],
    ['two letters', wide('ab'), 'utf-16le'],
    ['one letter', wide('a'), null],
    ['plain text', utf8('The ferry came in at noon.'), null],
    ['Japanese, in which nothing shows', wide('港に船が着いた'), null],
    ['bytes that are low on both sides', Uint8Array.from({ length: 60 }, () => 1), null],
    ['line ends and tabs', latin('\t\n\r\t\n\r\t\n'), null],
    ['a third of low bytes and no more', latin(`${'\0ab'.repeat(2)}`), null],
    ['a stray low byte in twenty', Uint8Array.from([...wide('x'.repeat(30)), 1, 1]), 'utf-16le'],
  ])('%s', (_, bytes, name) => {
    expect(unmarkedUnicode(bytes)).toBe(name);
  });
});

describe('UTF-16 that only its type declares', () => {
  const text = '港に船が着いた。三年ぶりのことで、岸壁には大勢の人が集まった。'.repeat(20);
  const open = (bytes: Uint8Array, contentType: string | null) =>
    openDocument(bytes, { contentType, contentEncoding: null, name: 'x' });

  it('is text', () => {
    expect(open(wide(text), 'text/plain; charset=UTF-16LE')).toMatchObject({ text, charset: 'utf-16le' });
    expect(open(big(text), 'text/plain; charset=utf-16be')).toMatchObject({ text, charset: 'utf-16be' });
  });

  it('is binary data where nobody declares it, or where it is none', () => {
    const odd = Uint8Array.from({ length: 400 }, (_, at) => (at * at * 7 + at) % 256);
    const half = wide(text).subarray(1);
    for (const [bytes, type] of [
      [wide(text), null],
      [odd, 'text/plain; charset=utf-16le'],
      [half, 'text/plain; charset=utf-16le'],
    ] as const)
      expect(() => open(bytes, type)).toThrow('binary data');
  });
});

describe('UTF-8', () => {
  it.each([
    [utf8('a'), 1],
    [utf8('ä'), 2],
    [utf8('ä').subarray(0, 1), 0],
    [utf8('€').subarray(0, 2), 0],
    [utf8('€').subarray(0, 1), 0],
    [utf8('😀').subarray(0, 3), 0],
    [utf8('😀').subarray(0, 1), 0],
    [utf8('a😀'), 5],
    [utf8('aä'), 3],
    [latin('a\x80\x80\x80'), 4],
    [latin(''), 0],
    [latin('a\xdf'), 1],
    [latin('a\xdf\x80'), 3],
    [latin('a\xef\x80\x80'), 4],
    [latin('a\xf0\x80\x80'), 1],
  ])('keeps of %j so many bytes: %i', (bytes, length) => {
    expect(withoutCutTail(bytes)).toEqual(bytes.subarray(0, length));
  });

  it('is strict, but for a last character that was cut in two after others that were whole', () => {
    const [whole, cut] = [utf8('früh – '), utf8('früh €').subarray(0, -1)];
    expect([whole, cut, latin('caf\xe9'), latin('fr\xfch'), utf8('')].map((bytes) => isStrictUtf8(bytes))).toEqual([
      ...[true, true, false, false, true],
    ]);
  });

  it.each([
    ['\xc2\x80', 1, 0],
    ['\xc1\x80', 0, 2],
    ['\xdf\xbf', 1, 0],
    ['\xe0\xa0\x80', 1, 0],
    ['\xe0\x9f\xbf', 0, 3],
    ['\xed\x9f\xbf', 1, 0],
    ['\xed\xa0\x80', 0, 0],
    ['\xed\xa0a', 0, 2],
    ['\xef\xbf\xbf', 1, 0],
    ['\xf0\x90\x80\x80', 1, 0],
    ['\xf0\x8f\xbf\xbf', 0, 4],
    ['\xf4\x8f\xbf\xbf', 1, 0],
    ['\xf4\x90\x80\x80', 0, 4],
    ['\xf5\x80\x80\x80', 0, 4],
    ['\xe2\x82', 0, 2],
    ['\x80', 0, 1],
    ['abc', 0, 0],
  ])('of %j has so many right characters and so many wrong bytes: %i, %i', (text, right, wrong) => {
    expect(mixIn(latin(text))).toEqual({ right, wrong });
  });

  it('mixed with another charset keeps both, in order, and halves of pairs', () => {
    const of = (text: string) => ({ text: decodeMixed(latin(text)), ...mixIn(latin(text)) });
    expect(of('a\xc3\xa4\xe4b\x80\xc3\xa4')).toEqual({ text: 'aääb€ä', right: 2, wrong: 2 });
    expect(of('x\xed\xa0\xbd\xed\xb8\x80y')).toEqual({ text: 'x😀y', right: 0, wrong: 0 });
    expect(of('\xef\xbb\xbfa').text).toBe('\ufeffa');
    expect(of('')).toEqual({ text: '', right: 0, wrong: 0 });
  });
});

describe('UTF-32', () => {
  it('is read in either order, without its mark, and what is no character is marked', () => {
    const bytes = (...points: readonly number[]) => new Uint8Array(Uint32Array.from(points).buffer);
    expect(decodeUtf32(bytes(0xfeff, 0x61, 0x10ffff, 0x110000), true)).toBe('a\u{10ffff}\ufffd');
    expect(decodeUtf32(latin('\0\0\xfe\xff\0\0\0a\0\0'), false)).toBe('a');
    expect(decodeUtf32(latin('xx\0\0\0a').subarray(2), false)).toBe('a');
  });
});

describe('a declared charset', () => {
  it('has the name that the standard gives its label', () => {
    expect([' Latin1 ', 'x-sjis', 'UTF8', 'klingon'].map(encodingName)).toEqual([
      ...['windows-1252', 'shift_jis', 'utf-8', null],
    ]);
  });

  it.each([
    ['text/html; charset=Shift_JIS', 'shift_jis'],
    ['text/html; CHARSET = "koi8-r"', 'koi8-r'],
    ["text/html; charset='koi8-r'", 'koi8-r'],
    ['text/html; mycharset=koi8-r', null],
    ['text/html', null],
    [null, null],
    [`${'x'.repeat(500)}; charset=koi8-r`, null],
  ])('stands in the type %s', (type, name) => {
    expect(charsetOfContentType(type)).toBe(name);
  });

  it.each([
    ['<meta charset="koi8-r">', 'koi8-r'],
    ['<META http-equiv=x content="text/html; charset=koi8-r">', 'koi8-r'],
    ['<meta name=a><meta charset=koi8-r>', 'koi8-r'],
    ['<meta charset=klingon><meta charset=koi8-r>', 'koi8-r'],
    ['<metal charset=koi8-r>', null],
    ['<meta name=a> charset=koi8-r', null],
    ['  <?xml version="1.0" encoding="koi8-r"?><meta charset=utf-8>', 'koi8-r'],
    ['x<?xml version="1.0" encoding="koi8-r"?>', null],
    [`${' '.repeat(4_050)}<p><meta charset=koi8-r>`, 'koi8-r'],
    [`${'x'.repeat(4_096)}<meta charset=koi8-r>`, null],
  ])('stands in the page %j', (page, name) => {
    expect(charsetOfMarkup(latin(page))).toBe(name);
  });

  it('that calls letters in rows Western is no more than a habit', () => {
    const [eight, seven] = ['\xc0\xc1'.repeat(4), `${'\xc0\xc1'.repeat(3)}\xc0`];
    expect(hasForeignRows(latin(eight))).toBe(true);
    expect(hasForeignRows(latin(seven))).toBe(false);
    expect(hasForeignRows(latin('\xe9a'.repeat(20)))).toBe(false);
    expect(hasForeignRows(latin(`${'\xe9a'.repeat(7)}\xe9\xe9\xe9`))).toBe(false);
    expect(hasForeignRows(latin(`${'\xe9a'.repeat(6)}\xe9\xe9\xe9`))).toBe(true);
  });
});
