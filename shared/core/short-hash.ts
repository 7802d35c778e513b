/** Any text in, a short name out that is safe in keys, file names, URLs and double clicks. Promise: same text, same name. */
import { hash } from 'node:crypto';

/** Lower case, without the letters that people misread (i, l, o, u). */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
/** 128 bits: a billion names collide with a chance of about 1 in 10^21. */
const HASH_BYTES = 16;

/** `shortHash('a')` //=> 26 characters of 0-9a-z */
export function shortHash(text: string): string {
  // As text of one byte a character: the cheapest way out of the hash, and ids are made many times for each row.
  const digest = hash('sha256', text, 'binary');
  let name = '';
  let bits = 0;
  let pending = 0;
  for (let at = 0; at < HASH_BYTES; at += 1) {
    pending = ((pending << 8) | digest.charCodeAt(at)) & 0xffff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      name += ALPHABET.charAt((pending >> bits) & 31);
    }
  }
  return bits > 0 ? name + ALPHABET.charAt((pending << (5 - bits)) & 31) : name;
}
