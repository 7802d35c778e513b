/** The beginning of an object in, the container that can be read from the middle out. Promise: found in the bytes, never by the name. */
import { LIMITS } from '../../limits.ts';
import { gzipHeader } from './gzip-header.ts';
import { JSON_LINES } from './json-lines.ts';
import type { LongFormat } from './long-format.ts';
import { PACKED_WARC, PLAIN_WARC } from './warc.ts';
import { isRecord } from './warc-record.ts';

export const LONG_FORMATS: readonly LongFormat[] = [PLAIN_WARC, PACKED_WARC, JSON_LINES];

/** `size`: of the whole object. */
export function longFormat(head: Uint8Array, size: number): LongFormat | null {
  if (isRecord(head, 0)) return PLAIN_WARC;
  if (gzipHeader(head, 0) !== null) return isPackedByRecord(head, size) ? PACKED_WARC : null;
  return isJsonLines(head) ? JSON_LINES : null;
}

/** The first record is packed alone: behind it another one begins. */
function isPackedByRecord(head: Uint8Array, size: number): boolean {
  const step = PACKED_WARC.first(head, 0, 0) === 0 ? PACKED_WARC.next(head, 0, 0, head.length >= size) : null;
  return (
    step?.kind === 'read' && step.end < size && (step.end + 2 >= head.length || gzipHeader(head, step.end) !== null)
  );
}

const BRACKET = 0x7b;
const LINE_END = 0x0a;
const OBJECT = /^[ \t]{0,8}\{[ \t]{0,8}"(?:[^"\\]|\\.){0,200}"[ \t]{0,8}:/;

/** Two objects, each on a line of its own; of the second the beginning is enough. The first may be as long as an article with its page. */
function isJsonLines(head: Uint8Array): boolean {
  const begin = new TextDecoder('utf-8').decode(head.subarray(0, LIMITS.sniffedBytes)).trimStart();
  if (!OBJECT.test(begin)) return false;
  const end = head.indexOf(LINE_END, head.indexOf(BRACKET));
  if (end < 0) return false;
  const second = new TextDecoder('utf-8').decode(head.subarray(end + 1, end + 1 + LIMITS.sniffedBytes)).trimStart();
  return (
    isObjectLine(new TextDecoder('utf-8').decode(head.subarray(Math.max(0, end - 100), end))) && OBJECT.test(second)
  );
}

function isObjectLine(line: string): boolean {
  return line.trimEnd().endsWith('}');
}
