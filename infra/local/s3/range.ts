/** A Range header and a size in, first and last byte out. Only single ranges, as S3 has them. */
import { ApiError } from '../api-error.ts';

export interface ByteRange {
  readonly start: number;
  /** Place of the last byte. */
  readonly end: number;
}

/** `bytes=-5` of 11 bytes //=> `{ start: 6, end: 10 }`; null when there is no (readable) header; throws when it is past the end. */
export function readRange(header: string | null, bytes: number): ByteRange | null {
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '');
  const [, first = '', last = ''] = found ?? [];
  if (first === '' && last === '') return null;
  const start = first === '' ? Math.max(0, bytes - Number(last)) : Number(first);
  const end = first === '' || last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  if (start >= bytes || end < start) {
    const extra = { 'content-range': `bytes */${bytes}` };
    throw new ApiError('InvalidRange', 416, 'The requested range is not satisfiable', extra);
  }
  return { start, end };
}
