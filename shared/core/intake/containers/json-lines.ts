/**
 * JSON Lines: one record a line, also behind a separator as in sequences of JSON texts (RFC 7464). Promise: a line is found from the middle by the
 * line end before it; blank lines are no members; the articles of a line that is an answer are members of their own.
 */
import { LIMITS } from '../../limits.ts';
import { SEPARATOR } from '../object-lines.ts';
import { lineMembers } from './json-members.ts';
import type { LongFormat } from './long-format.ts';

const LINE_END = 0x0a;

export const JSON_LINES: LongFormat = {
  id: 'json-lines',
  name: 'a file of JSON Lines',
  before: 1,
  first(bytes, at, base) {
    if (base + at === 0) return at;
    const end = bytes.indexOf(LINE_END, at - 1);
    return end < 0 ? null : end + 1;
  },
  next(bytes, at, base, isEnd, mapping = null) {
    const found = bytes.indexOf(LINE_END, at);
    // The last line need not end. Where the bytes go on, a bracket that happens to be their last one ends no line.
    if (found < 0 && !(isEnd && isWhole(bytes, at))) return { kind: 'cut' };
    const end = found < 0 ? bytes.length : found;
    const line = bytes.subarray(bytes[at] === SEPARATOR.charCodeAt(0) ? at + 1 : at, end);
    const isBlank = line.every((value) => value === 0x20 || value === 0x0d || value === 0x09);
    return { kind: 'read', members: isBlank ? [] : lineMembers(`@${base + at}`, line, mapping), end: end + 1 };
  },
};

/** Only a line that is complete ends as one; a longer one than any article's is asked for no further. */
function isWhole(bytes: Uint8Array, at: number): boolean {
  if (bytes.length - at > LIMITS.inflatedBytes) return false;
  for (let end = bytes.length - 1; end >= at; end -= 1) {
    const value = bytes[end] ?? 0;
    if (value !== 0x20 && value !== 0x0d && value !== 0x09) return value === 0x7d;
  }
  return true;
}
