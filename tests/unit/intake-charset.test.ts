import { describe, expect, it } from 'vitest';
import { decodeText } from '../../shared/core/intake/charset.ts';
import { CHARSET_SAMPLES, PARAGRAPHS } from './charset-samples.ts';

const bytes = (...parts: readonly (string | Uint8Array)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
const utf8 = (text: string) => Buffer.from(text, 'utf8');
const AMBIGUOUS_AS_LATIN = ['windows-1250', 'iso-8859-2', 'windows-1254'];

describe('text in any charset of the web', () => {
  it.each(CHARSET_SAMPLES)('is read undeclared: $found ($language)', ({ language, found, base64 }) => {
    const { text, charset } = decodeText(Buffer.from(base64, 'base64'), null);
    expect(text).toBe(PARAGRAPHS[language]);
    expect(charset).toBe(found);
  });

  const eightBit = CHARSET_SAMPLES.filter(({ found }) => !found.startsWith('utf'));
  it.each(eightBit)('is read as its page declares it: $found ($language)', ({ language, found, base64 }) => {
    const page = bytes(`<html><head><meta charset="${found}"></head><p>`, Buffer.from(base64, 'base64'));
    const { text, charset, basis } = decodeText(page, null);
    expect(text).toContain(PARAGRAPHS[language]);
    expect({ charset, basis }).toEqual({ charset: found, basis: 'meta' });
  });

  const foreign = eightBit.filter(({ found }) => !AMBIGUOUS_AS_LATIN.includes(found));
  it.each(foreign)('is read although the server calls it Latin-1: $found ($language)', ({ language, base64 }) => {
    const page = bytes('<html><body class="a"><p>', Buffer.from(base64, 'base64'), '</p></body></html>');
    expect(decodeText(page, 'text/html; charset=ISO-8859-1').text).toContain(PARAGRAPHS[language]);
  });
});

/** Some charsets leave places empty: a text with one of those is not in them. */
function isLetter(byte: number, label: string): boolean {
  return /\p{L}/u.test(new TextDecoder(label).decode(Uint8Array.of(byte)));
}

describe('text of one byte a letter', () => {
  // Latin-1, and what it is called on Windows, is what servers say of anything: it is looked at more closely, see below.
  const windows = [1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258].map((page) => `windows-${page}`);
  const latin = [2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16].map((part) => `iso-8859-${part}`);
  it.each([...windows, ...latin, 'koi8-r', 'koi8-u'])('is read as its server declares it: %s', (label) => {
    const all = Array.from({ length: 64 }, (_, at) => 0xc0 + at);
    const letters = bytes('<p>', Uint8Array.from(all.filter((letter) => isLetter(letter, label))));
    const { text, charset, basis } = decodeText(letters, `text/html; charset=${label}`);
    expect({ charset, basis }).toEqual({ charset: label, basis: 'http' });
    expect(text).toBe(new TextDecoder(label).decode(letters));
  });
});

describe('how a charset was found', () => {
  it.each([
    ['a byte order mark', bytes('\xef\xbb\xbf', utf8('Öl')), null, 'utf-8', 'bom'],
    [
      'UTF-8 that validates, whatever is declared',
      utf8('<meta charset="latin1">Öl'),
      'text/html; charset=koi8-r',
      'utf-8',
      'utf-8-valid',
    ],
    [
      'the server, before the page',
      bytes('<meta charset="koi8-r">\xd6l'),
      'text/html; charset="windows-1252"',
      'windows-1252',
      'http',
    ],
    [
      'the page',
      bytes('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15">\xd6l'),
      null,
      'iso-8859-15',
      'meta',
    ],
    [
      'the XML declaration',
      bytes('<?xml version="1.0" encoding="ISO-8859-1"?><html>\xd6l'),
      null,
      'windows-1252',
      'meta',
    ],
    ['nothing at all', bytes('\xd6l'), null, 'windows-1252', 'fallback'],
    ['a declaration that nobody knows', bytes('<meta charset="klingon">\xd6l'), null, 'windows-1252', 'fallback'],
    ['a page that says UTF-8 and is not', bytes('<meta charset="utf-8">\xd6l'), null, 'windows-1252', 'fallback'],
  ])('is told: %s', (_, input, contentType, charset, basis) => {
    const decoded = decodeText(input, contentType);
    expect(decoded).toMatchObject({ charset, basis });
    expect(decoded.text).toMatch(/Öl$/);
  });

  it('is late when the declaration stands behind two kilobytes of comments', () => {
    const page = bytes(`<!-- ${'x'.repeat(2_000)} --><meta charset="windows-1251">`, '\xcf\xee\xf0\xf2');
    expect(decodeText(page, null)).toMatchObject({ charset: 'windows-1251', basis: 'meta' });
  });
});

describe('damaged text', () => {
  it('keeps UTF-8 when one part of the page is Latin-1', () => {
    const { text, charset, basis } = decodeText(
      bytes(utf8('Grüße aus Köln und Füssen. '), 'Gr\xfc\xdfe', utf8(' “Schön”')),
      null,
    );
    expect({ text, charset, basis }).toEqual({
      text: 'Grüße aus Köln und Füssen. Grüße “Schön”',
      charset: 'utf-8',
      basis: 'fallback',
    });
  });

  it('forgives a last character that was cut in two', () => {
    const whole = utf8('Der Hafen öffnet früh – ');
    expect(decodeText(whole.subarray(0, whole.length - 2), null)).toMatchObject({
      text: 'Der Hafen öffnet früh ',
      charset: 'utf-8',
      basis: 'utf-8-valid',
    });
    expect(decodeText(bytes('caf\xe9'), null).text).toBe('café');
  });

  it('comes out well-formed: lone surrogates are replaced, pairs written as two are joined, NUL is removed', () => {
    const lone = bytes(utf8('grün '), '\xed\xa0\xbd', utf8(' blau'));
    expect(decodeText(lone, null).text).toBe('grün \u{fffd} blau');
    const pair = bytes(utf8('grün '), '\xed\xa0\xbd\xed\xb8\x80', utf8(' blau'));
    expect(decodeText(pair, null).text).toBe('grün 😀 blau');
    const wide = Buffer.from('\ufeffa\ud83db', 'utf16le');
    expect(decodeText(wide, null).text).toBe('a\u{fffd}b');
    expect(decodeText(bytes('a\0b'), null).text).toBe('ab');
  });

  it('is well-formed for any bytes', () => {
    for (let seed = 1; seed < 400; seed += 1) {
      const random = Uint8Array.from(
        { length: 64 },
        (_, at) => (seed * 2_654_435_761 + at * at * 40_503 + at * seed) >>> 11,
      );
      const { text } = decodeText(random, null);
      expect(text.isWellFormed()).toBe(true);
      expect(text).not.toContain('\0');
    }
  });
});
