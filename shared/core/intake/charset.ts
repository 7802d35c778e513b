/**
 * Bytes of text in; well-formed text out, with the charset and how it was found: byte order mark, then strict UTF-8, then what
 * was declared if it holds, then a detector, then windows-1252, which can read anything and is therefore asked last.
 */
import type { CharsetBasis } from '../document.ts';
import { charsetOfContentType, charsetOfMarkup } from './declared-charset.ts';
import { detectCharset, hasForeignRows } from './detect-charset.ts';
import { byteOrderMark, decodeUtf32, isStrictUtf8, unmarkedUnicode, withoutCutTail } from './utf.ts';
import { decodeMixed, mixIn } from './utf8-repair.ts';

export interface Decoded {
  readonly text: string;
  readonly charset: string;
  readonly basis: CharsetBasis;
}

/** A declared charset that fails on more than one character in this many was a lie. */
const CHARACTERS_PER_ERROR = 500;

/**
 * A page is UTF-8 with damage when right characters outnumber wrong bytes this many times: in East Asian charsets a third of
 * all characters passes for UTF-8 by accident, in others hardly any. A declaration counts for much.
 */
const RIGHT_PER_WRONG = 2;

function decode(bytes: Uint8Array, charset: string): string {
  if (charset === 'utf-32le' || charset === 'utf-32be') return decodeUtf32(bytes, charset === 'utf-32le');
  return new TextDecoder(charset).decode(bytes);
}

/** True when the charset reads all but a very few characters. */
function reads(text: string): boolean {
  let wrong = 0;
  for (let at = text.indexOf('\u{fffd}'); at >= 0; at = text.indexOf('\u{fffd}', at + 1)) wrong += 1;
  return wrong * CHARACTERS_PER_ERROR <= text.length;
}

/** Japanese mail's charset is pure ASCII with escape sequences, so that it also passes as UTF-8. */
function hasJapaneseEscapes(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x1b); at >= 0; at = bytes.indexOf(0x1b, at + 1)) {
    if (bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x40 || bytes[at + 2] === 0x42)) return true;
  }
  return false;
}

interface Claim {
  readonly charset: string | null;
  readonly basis: 'http' | 'meta';
}

function byClaim(bytes: Uint8Array, claims: readonly Claim[]): Decoded | null {
  for (const { charset, basis } of claims) {
    // A page in UTF-16 cannot say so in ASCII: by the HTML standard such a claim means UTF-8, which has failed already.
    if (charset === null || charset === 'utf-8' || (basis === 'meta' && charset.startsWith('utf-16'))) continue;
    // Latin-1 reads anything: servers say it by default, whatever they send, and pages keep it from a template.
    if (charset === 'windows-1252' && (basis === 'http' ? detectCharset(bytes) !== null : hasForeignRows(bytes)))
      continue;
    const text = decode(bytes, charset);
    if (reads(text)) return { text, charset, basis };
  }
  return null;
}

function byDamagedUtf8(bytes: Uint8Array, claimed: boolean): Decoded | null {
  const { right, wrong } = mixIn(bytes);
  const enough = claimed ? right >= wrong : right >= wrong * RIGHT_PER_WRONG;
  return right > 0 && enough ? { text: decodeMixed(bytes), charset: 'utf-8', basis: 'fallback' } : null;
}

function byDetector(bytes: Uint8Array): Decoded | null {
  const charset = detectCharset(bytes);
  if (charset === null) return null;
  const text = decode(bytes, charset);
  return reads(text) ? { text, charset, basis: 'detector' } : null;
}

function read(bytes: Uint8Array, contentType: string | null): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked !== null) return { text: decode(bytes, marked), charset: marked, basis: 'bom' };
  const wide = unmarkedUnicode(bytes);
  if (wide !== null) return { text: decode(bytes, wide), charset: wide, basis: 'detector' };
  const claims: readonly Claim[] = [
    { charset: charsetOfContentType(contentType), basis: 'http' },
    { charset: charsetOfMarkup(bytes), basis: 'meta' },
  ];
  if (hasJapaneseEscapes(bytes)) {
    const basis = claims.find(({ charset }) => charset === 'iso-2022-jp')?.basis ?? 'detector';
    return { text: decode(bytes, 'iso-2022-jp'), charset: 'iso-2022-jp', basis };
  }
  if (isStrictUtf8(bytes))
    return { text: decode(withoutCutTail(bytes), 'utf-8'), charset: 'utf-8', basis: 'utf-8-valid' };
  const claimsUtf8 = claims.some(({ charset }) => charset === 'utf-8');
  return (
    byDamagedUtf8(bytes, claimsUtf8) ??
    byClaim(bytes, claims) ??
    byDetector(bytes) ?? { text: decode(bytes, 'windows-1252'), charset: 'windows-1252', basis: 'fallback' }
  );
}

/** Never fails: whatever cannot be read becomes U+FFFD. NUL is removed, because no store or terminal agrees what it means. */
export function decodeText(bytes: Uint8Array, contentType: string | null): Decoded {
  const decoded = read(bytes, contentType);
  const text = decoded.text.includes('\0') ? decoded.text.replaceAll('\0', '') : decoded.text;
  return { ...decoded, text: text.toWellFormed() };
}
