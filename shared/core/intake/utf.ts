/** Bytes in; what Unicode's own encodings say about them. Nothing is guessed here: a mark or a pattern is there, or it is not. */
import { isAscii, isUtf8 } from 'node:buffer';

export type Unicode = 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';

const MARKS: readonly (readonly [Unicode, readonly number[]])[] = [
  // UTF-32 first: its little-endian mark begins with the one of UTF-16.
  ['utf-32le', [0xff, 0xfe, 0x00, 0x00]],
  ['utf-32be', [0x00, 0x00, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

export function byteOrderMark(bytes: Uint8Array): Unicode | null {
  return MARKS.find(([, mark]) => mark.every((value, at) => bytes[at] === value))?.[0] ?? null;
}

/** Bytes that text in an eight-bit charset does not hold, but that are the upper half of most UTF-16 text outside East Asia. */
function isUpperHalf(value: number): boolean {
  return value < 0x10 && value !== 0x09 && value !== 0x0a && value !== 0x0d;
}

/** Without a mark. */
export function unmarkedUnicode(bytes: Uint8Array): Unicode | null {
  return unmarkedUtf32(bytes) ?? unmarkedUtf16(bytes);
}

/** Four bytes at a time, each a character that text may hold: of all numbers of four bytes one in four thousand is one. */
function unmarkedUtf32(bytes: Uint8Array): Unicode | null {
  const length = Math.min(bytes.length, 8_192) & ~3;
  const view = new DataView(bytes.buffer, bytes.byteOffset, length);
  const places = Array.from({ length: length / 4 }, (_, at) => at * 4);
  const isText = (littleEndian: boolean) => places.every((at) => isCharacter(view.getUint32(at, littleEndian)));
  if (places.length < 4) return null;
  if (isText(true)) return 'utf-32le';
  return isText(false) ? 'utf-32be' : null;
}

function isCharacter(point: number): boolean {
  const isBlank = point === 0x09 || point === 0x0a || point === 0x0d;
  return isBlank || (point >= 0x20 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff));
}

/** UTF-16 without a mark: in a page, or in any alphabet up to Arabic, every other byte is zero or close to it. */
function unmarkedUtf16(bytes: Uint8Array): Unicode | null {
  const sample = bytes.subarray(0, 8_192);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < sample.length; at += 1) {
    if (!isUpperHalf(sample[at] ?? 0xff)) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const many = sample.length / 2 / 3;
  if (sample.length < 4) return null;
  if (odd > many && even * 20 < odd) return 'utf-16le';
  if (even > many && odd * 20 < even) return 'utf-16be';
  return null;
}

/** The bytes without a last character that was cut off in the middle, as a broken upload leaves it. */
export function withoutCutTail(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3; back += 1) {
    const value = bytes[bytes.length - back] ?? 0;
    if (value < 0x80) return bytes;
    if (value >= 0xc0) {
      const needed = value >= 0xf0 ? 4 : value >= 0xe0 ? 3 : 2;
      return back < needed ? bytes.subarray(0, bytes.length - back) : bytes;
    }
  }
  return bytes;
}

/** A cut tail is forgiven only after real UTF-8: a lone last byte beyond ASCII may as well be Latin-1's `é`. */
export function isStrictUtf8(bytes: Uint8Array): boolean {
  if (isUtf8(bytes)) return true;
  const whole = withoutCutTail(bytes);
  return whole.length < bytes.length && isUtf8(whole) && !isAscii(whole);
}

/** The platform decodes every web charset but UTF-32, which no browser reads either. */
export function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const point = view.getUint32(at, littleEndian);
    pieces.push(point <= 0x10ffff ? String.fromCodePoint(point) : '\u{fffd}');
  }
  return pieces.join('').replace(/^\u{feff}/u, '');
}
