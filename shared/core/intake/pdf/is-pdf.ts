/** Bytes in; whether they are a PDF. Some programs put a few bytes before its first line, and readers of PDFs allow for that. */
import { latin } from '../zip.ts';

const MARK_WITHIN = 64;

export function isPdf(bytes: Uint8Array): boolean {
  const at = latin(bytes.subarray(0, MARK_WITHIN)).indexOf('%PDF-');
  return at === 0 || (at > 0 && /^(?:\xef\xbb\xbf)?[\0\s]{0,63}$/.test(latin(bytes.subarray(0, at))));
}
