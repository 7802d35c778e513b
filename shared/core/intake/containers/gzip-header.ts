/** The front of what gzip has packed in, its length out. Promise: no byte is unpacked for it. */

const FIXED = 10;
const [HEADER_SUM, EXTRA, NAME, COMMENT, RESERVED] = [2, 4, 8, 16, 0xe0];
/** Names and comments end within this many bytes, or it is no gzip. */
const TEXT_BYTES = 4_096;

/** Null when none begins there. */
export function gzipHeader(bytes: Uint8Array, at: number): number | null {
  if (bytes[at] !== 0x1f || bytes[at + 1] !== 0x8b || bytes[at + 2] !== 8) return null;
  const flags = bytes[at + 3] ?? RESERVED;
  if ((flags & RESERVED) !== 0) return null;
  let end = at + FIXED;
  if ((flags & EXTRA) !== 0) end += 2 + (bytes[end] ?? 0) + (bytes[end + 1] ?? 0) * 256;
  for (const flag of [NAME, COMMENT]) {
    if ((flags & flag) === 0) continue;
    const zero = bytes.subarray(end, end + TEXT_BYTES).indexOf(0);
    if (zero < 0) return null;
    end += zero + 1;
  }
  if ((flags & HEADER_SUM) !== 0) end += 2;
  return end > bytes.length ? null : end - at;
}
