/** Bytes in; whether they are data for machines rather than text. Known formats by name, the rest by how many control characters they hold. */
import { Rejection } from '../rejection.ts';
import { charsetOfContentType } from './declared-charset.ts';
import { SIGNATURES } from './signatures.ts';
import { unsupported } from './unsupported.ts';
import { byteOrderMark, unmarkedUnicode } from './utf.ts';
import { isLockedOffice, latin } from './zip.ts';
import { zipKind } from './zip-kind.ts';

/** Compressed or random data holds 10 % control characters, text with a few stray ones far less than 2 %. */
const CONTROLS_PER_BYTE = 1 / 50;

/** Less than this many prove nothing in a short text. */
const MIN_CONTROLS = 4;

function fits(head: string, { at, bytes }: { readonly at: number; readonly bytes: string }): boolean {
  if (head.length < at + bytes.length) return false;
  for (let next = 0; next < bytes.length; next += 1) {
    if (bytes[next] !== '?' && bytes[next] !== head[at + next]) return false;
  }
  return true;
}

function encrypted(name: string): Rejection {
  return new Rejection('document.encrypted', `This is ${name}, and it is locked: upload it without its password.`);
}

function looksBinary(bytes: Uint8Array): boolean {
  let controls = 0;
  // Counted by index: an iterator over millions of bytes costs ten times as much.
  for (let at = 0; at < bytes.length; at += 1) {
    const value = bytes[at] ?? 0;
    if (value < 0x20 && (value < 0x09 || (value > 0x0d && value !== 0x1b))) controls += 1;
  }
  return controls >= Math.min(MIN_CONTROLS, bytes.length) && controls > bytes.length * CONTROLS_PER_BYTE;
}

/** Two bytes a character, as somebody has declared: other data hold halves of pairs soon. */
function isDeclaredWide(bytes: Uint8Array, contentType: string | null): boolean {
  const charset = charsetOfContentType(contentType);
  if (charset === null || !charset.startsWith('utf-16') || bytes.length % 2 > 0) return false;
  try {
    return !NUL.test(new TextDecoder(charset, { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

const NUL = /\0/;

/** `contentType`: as declared. Throws `Rejection` for everything that is no text; `document.encrypted` where a lock shows at a glance. */
export function refuseBinary(bytes: Uint8Array, contentType: string | null = null): void {
  if (byteOrderMark(bytes) !== null) return;
  const head = latin(bytes.subarray(0, 512));
  const zip = zipKind(bytes);
  if (zip !== null) throw zip.encrypted ? encrypted(zip.name) : unsupported(zip.name);
  if (isLockedOffice(bytes)) throw encrypted('a Microsoft Office document');
  if (head.startsWith('-----BEGIN PGP MESSAGE')) throw encrypted('a PGP message');
  const known = SIGNATURES.find((signature) => fits(head, signature));
  if (known !== undefined) throw unsupported(known.name);
  if (unmarkedUnicode(bytes) === null && looksBinary(bytes) && !isDeclaredWide(bytes, contentType)) {
    throw new Rejection('document.binary', 'This is binary data of no known format, not text.');
  }
}
