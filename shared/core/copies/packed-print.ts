/**
 * A print in, the bytes that are stored out, and back. Promise: lossless; the first byte names the format, and what is not whole
 * throws instead of being compared.
 */
import { isShort, shortKeys, type TextPrint } from './text-print.ts';

const FORMAT = 1;
/** Format, words (3), digest (8), words kept (2), numbers, names, keys. */
const HEAD_BYTES = 17;
const AT = { words: 1, digest: 4, kept: 12, numbers: 14, names: 15, keys: 16 } as const;
const DIGEST_BYTES = 8;
const KEY_BYTES = 6;

export function packPrint(print: TextPrint): Uint8Array<ArrayBuffer> {
  const { sequence, numbers, names } = print;
  // The only key of a short text is its digest.
  const keys = isShort(print.words) ? [] : print.keys;
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt8(FORMAT, 0);
  head.writeUIntBE(print.words, AT.words, 3);
  head.write(print.digest, AT.digest, 'base64url');
  head.writeUInt16BE(sequence.length, AT.kept);
  for (const [list, at] of [[numbers, AT.numbers] as const, [names, AT.names] as const, [keys, AT.keys] as const])
    head.writeUInt8(list.length, at);
  const parts = [head, sequence, bytesOf(numbers), bytesOf(names), ...keys.map((key) => Buffer.from(key, 'base64url'))];
  return new Uint8Array(Buffer.concat(parts));
}

/** Throws when the bytes are of another format or were cut. */
export function unpackPrint(packed: Uint8Array): TextPrint {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  if (bytes.length < HEAD_BYTES || bytes[0] !== FORMAT)
    throw new Error('This is no print of a text in a known format.');
  const kept = bytes.readUInt16BE(AT.kept);
  const numbersFrom = HEAD_BYTES + kept;
  const namesFrom = numbersFrom + 2 * bytes.readUInt8(AT.numbers);
  const keysFrom = namesFrom + 2 * bytes.readUInt8(AT.names);
  const end = keysFrom + KEY_BYTES * bytes.readUInt8(AT.keys);
  if (end !== bytes.length) throw new Error('This print of a text was cut.');
  const words = bytes.readUIntBE(AT.words, 3);
  const digest = bytes.toString('base64url', AT.digest, AT.digest + DIGEST_BYTES);
  return {
    words,
    digest,
    sequence: new Uint8Array(bytes.subarray(HEAD_BYTES, numbersFrom)),
    numbers: numbersOf(bytes.subarray(numbersFrom, namesFrom)),
    names: numbersOf(bytes.subarray(namesFrom, keysFrom)),
    keys: shortKeys(words, digest) ?? keysOf(bytes.subarray(keysFrom)),
  };
}

function bytesOf(numbers: Uint16Array): Uint8Array {
  const bytes = Buffer.alloc(numbers.length * 2);
  for (const [at, number] of numbers.entries()) bytes.writeUInt16BE(number, at * 2);
  return bytes;
}

function numbersOf(bytes: Buffer): Uint16Array {
  return Uint16Array.from({ length: bytes.length / 2 }, (_, at) => bytes.readUInt16BE(at * 2));
}

function keysOf(bytes: Buffer): readonly string[] {
  return Array.from({ length: bytes.length / KEY_BYTES }, (_, at) =>
    bytes.toString('base64url', at * KEY_BYTES, (at + 1) * KEY_BYTES),
  );
}
