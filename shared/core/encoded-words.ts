/**
 * Text in HTTP headers is ASCII by rule and anything in practice: RFC 2047 words (as S3 answers), raw UTF-8 read as
 * Latin-1, percent signs. In: a metadata value. Out: the text meant. Promise: what cannot be decoded comes back as it was.
 */
import { STORE_LIMITS } from './store-limits.ts';

/** One class per part and no nested repetition: linear. White space between two words is not part of the text. */
const ENCODED_WORD = /=\?([A-Za-z0-9_-]{1,40})\?([BbQq])\?([^?\s]{0,2048})\?=/g;
const BETWEEN_WORDS = /\?= {1,8}=\?/g;

export function decodeHeaderText(value: string): string {
  const input = value.slice(0, STORE_LIMITS.metadataChars).trim();
  const text = input.includes('=?') ? decodeWords(input) : utf8FromLatin1(input);
  return text.normalize('NFC').trim();
}

/** For values that are text and not addresses: `Die%20Zeitung` //=> `Die Zeitung`. */
export function decodePercent(value: string): string {
  if (!/%[0-9A-Fa-f]{2}/.test(value)) return value;
  try {
    return decodeURIComponent(value);
  } catch {
    // Not an error: a bare percent sign is text like any other ("100 % News").
    return value;
  }
}

function decodeWords(text: string): string {
  return text.replace(BETWEEN_WORDS, '?==?').replace(ENCODED_WORD, (whole, charset, encoding, payload) => {
    const bytes =
      String(encoding).toLowerCase() === 'b' ? Buffer.from(String(payload), 'base64') : quoted(String(payload));
    return decodeBytes(bytes, String(charset)) ?? String(whole);
  });
}

function quoted(payload: string): Uint8Array {
  const spaced = payload.replaceAll('_', ' ');
  const latin1 = spaced.replace(/=([0-9A-Fa-f]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(latin1, 'latin1');
}

function utf8FromLatin1(text: string): string {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const highBytes = codes.some((code) => code > 0x7f) && codes.every((code) => code <= 0xff);
  return highBytes ? (decodeBytes(Buffer.from(text, 'latin1'), 'utf-8') ?? text) : text;
}

/** Null when the charset is unknown or the bytes are not in it. */
function decodeBytes(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
