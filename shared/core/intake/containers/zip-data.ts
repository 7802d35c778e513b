/** One file of a zip in, by the place of its data; its bytes out. Promise: no more is unpacked than one document may have, and the check sum holds. */
import { crc32, inflateRawSync } from 'node:zlib';
import { LIMITS } from '../../limits.ts';
import { Rejection } from '../../rejection.ts';
import { cutOff, damaged, type Entry, LOCKED } from './zip-entry.ts';

/** Throws `Rejection`. */
export function dataOf(bytes: Uint8Array, { flags, method, crc, packed, from }: Entry): Uint8Array {
  if ((flags & LOCKED) !== 0)
    throw new Rejection('document.encrypted', 'This member of the zip archive is locked: pack it without a password.');
  if (from + packed > bytes.length) throw cutOff();
  const data = bytes.subarray(from, from + packed);
  const inside = method === 0 ? data : method === 8 ? inflated(data) : null;
  if (inside === null)
    throw new Rejection(
      'document.unsupported-format',
      'This member of the zip archive is packed by a method that is not read: pack it with deflate.',
    );
  if (inside.length > LIMITS.inflatedBytes) throw tooLarge();
  if (crc !== null && crc32(inside) !== crc) throw damaged('member');
  return inside;
}

function inflated(data: Uint8Array): Uint8Array {
  try {
    return inflateRawSync(data, { maxOutputLength: LIMITS.inflatedBytes });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge();
    if (code.startsWith('Z_')) throw damaged('member');
    throw error;
  }
}

function tooLarge(): Rejection {
  const most = LIMITS.inflatedBytes / 1024 / 1024;
  return new Rejection(
    'document.inflates-too-large',
    `This member of the zip archive unpacks to more than ${most} MiB.`,
  );
}
