/** Bytes that are no UTF-8 in; the charset that a statistical detector reads in them out, or null when it sees Western text. */
import { analyse } from 'chardet';
import { encodingName } from './declared-charset.ts';

/** Bytes the detector looks at: its answer does not change beyond a few thousand. */
const SAMPLE_BYTES = 16_384;

/** Below this the detector's confidence (0 to 100) was wrong as often as right on short texts. */
const MIN_CONFIDENCE = 10;

/** Central European, Turkish and Baltic text looks Western to a byte count: believed only when the detector is fairly sure. */
const MIN_LATIN_CONFIDENCE = 40;

const WESTERN = 'windows-1252';

/**
 * In Western European text letters beyond ASCII stand alone; in Cyrillic, Greek or East Asian text they stand in rows.
 * Fewer than eight of them say nothing.
 */
export function hasForeignRows(bytes: Uint8Array): boolean {
  let high = 0;
  let inRow = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    high += 1;
    if ((bytes[at - 1] ?? 0) >= 0x80 || (bytes[at + 1] ?? 0) >= 0x80) inRow += 1;
  }
  return high >= 8 && inRow > high * 0.3;
}

/** Text without its tags, because ASCII mark-up drowns the letters that tell one charset from another. */
function withoutTags(bytes: Uint8Array): Uint8Array {
  const kept: number[] = [];
  let inTag = false;
  for (let at = 0; at < bytes.length && kept.length < SAMPLE_BYTES; at += 1) {
    const value = bytes[at] ?? 0;
    if (value === 0x3c) inTag = true;
    if (!inTag) kept.push(value);
    if (value === 0x3e) inTag = false;
  }
  return Uint8Array.from(kept);
}

function sampleOf(bytes: Uint8Array): Uint8Array {
  const text = withoutTags(bytes);
  return text.some((value) => value >= 0x80) ? text : bytes.subarray(0, SAMPLE_BYTES);
}

export function detectCharset(bytes: Uint8Array): string | null {
  const foreign = hasForeignRows(bytes);
  const least = foreign ? MIN_CONFIDENCE : MIN_LATIN_CONFIDENCE;
  for (const match of analyse(sampleOf(bytes))) {
    const name = encodingName(match.name);
    if (name === null || name.startsWith('utf-')) continue;
    if (foreign && name === WESTERN) continue;
    if (match.confidence < least) return null;
    return name === WESTERN ? null : name;
  }
  return null;
}
