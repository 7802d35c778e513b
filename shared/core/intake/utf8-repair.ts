/**
 * Bytes that are UTF-8 but for a few in; text out. Pages are glued together from parts, and one part (an advertisement, a
 * comment) in another charset must not turn the whole page into `Ã©`.
 */

export interface Mix {
  /** Characters of more than one byte that were right. */
  readonly right: number;
  /** Bytes that belong to no character at all. */
  readonly wrong: number;
}

/** Length of the UTF-8 character at `at`, 0 when there is none. Overlong forms and surrogates are none. */
function characterLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead >= 0xf5 ? 0 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
  for (let next = 1; next < length; next += 1) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1] ?? 0;
  if (lead === 0xe0 && second < 0xa0) return 0;
  if (lead === 0xed && second >= 0xa0) return 0;
  if (lead === 0xf0 && second < 0x90) return 0;
  if (lead === 0xf4 && second >= 0x90) return 0;
  return length;
}

/** A UTF-16 surrogate that some database wrote as if it were a character; 0 when there is none. */
function surrogate(bytes: Uint8Array, at: number): number {
  if (bytes[at] !== 0xed) return 0;
  const [second, third] = [bytes[at + 1] ?? 0, bytes[at + 2] ?? 0];
  return second >= 0xa0 && (third & 0xc0) === 0x80 ? 0xd000 | ((second & 0x3f) << 6) | (third & 0x3f) : 0;
}

/** Nothing is decoded: most text that is asked is in another charset altogether, where every other byte is wrong. */
export function mixIn(bytes: Uint8Array): Mix {
  let [right, wrong] = [0, 0];
  for (let at = 0; at < bytes.length; ) {
    const length = characterLength(bytes, at);
    if (length > 1) right += 1;
    const half = length === 0 && surrogate(bytes, at) > 0;
    if (length === 0 && !half) wrong += 1;
    at += half ? 3 : Math.max(1, length);
  }
  return { right, wrong };
}

/** Wrong bytes are read as windows-1252; halves of surrogate pairs meet again, lone ones are left for the caller to mend. */
export function decodeMixed(bytes: Uint8Array): string {
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
  const western = new TextDecoder('windows-1252');
  const pieces: string[] = [];
  let start = 0;
  const keep = (end: number) => {
    if (end > start) pieces.push(utf8.decode(bytes.subarray(start, end)));
  };
  for (let at = 0; at < bytes.length; ) {
    const length = characterLength(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    keep(at);
    const half = surrogate(bytes, at);
    pieces.push(half > 0 ? String.fromCharCode(half) : western.decode(bytes.subarray(at, at + 1)));
    at += half > 0 ? 3 : 1;
    start = at;
  }
  keep(bytes.length);
  return pieces.join('');
}
