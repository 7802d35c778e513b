/** The beginning of an object in, the container that can be read from the middle out. Promise: found in the bytes, never by the name. */
import { hasObjectLines } from '../object-lines.ts';
import { beginsZip } from '../zip-kind.ts';
import { gzipHeader } from './gzip-header.ts';
import { JSON_LINES } from './json-lines.ts';
import type { LongFormat } from './long-format.ts';
import { isTar } from './tar.ts';
import { PACKED_WARC, PLAIN_WARC } from './warc.ts';
import { isRecord } from './warc-record.ts';

export const LONG_FORMATS: readonly LongFormat[] = [PLAIN_WARC, PACKED_WARC, JSON_LINES];

/** `size`: of the whole object. */
export function longFormat(head: Uint8Array, size: number): LongFormat | null {
  if (isRecord(head, 0)) return PLAIN_WARC;
  // Of an archive that does not pack its files, lines may begin with one.
  if (isTar(head) || beginsZip(head)) return null;
  if (gzipHeader(head, 0) !== null) return isPackedByRecord(head, size) ? PACKED_WARC : null;
  return hasObjectLines(head) ? JSON_LINES : null;
}

/** The first record is packed alone: behind it another one begins. */
function isPackedByRecord(head: Uint8Array, size: number): boolean {
  const step = PACKED_WARC.first(head, 0, 0) === 0 ? PACKED_WARC.next(head, 0, 0, head.length >= size) : null;
  return (
    step?.kind === 'read' && step.end < size && (step.end + 2 >= head.length || gzipHeader(head, step.end) !== null)
  );
}
