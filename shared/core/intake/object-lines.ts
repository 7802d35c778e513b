/**
 * JSON Lines, told by the lines. In: the beginning of a file. Out: whether its lines are objects in JSON. Promise: one that is broken, cut, a
 * comment or a list keeps none of the others from being read; text with such lines is never taken for prose.
 */
import { parsedRecord } from './python-json.ts';

/** Before each text of a sequence (RFC 7464). */
export const SEPARATOR = '\x1e';

const LINE_END = 0x0a;
const BRACE = 0x7d;
/** A page may have whole lines of JSON in its scripts. */
const TAG = 0x3c;
/** Of a file these are looked at. */
const LINES_LOOKED_AT = 20;
/** Enough of a line to see its first name. */
const BEGINNING = 300;
/** A longer line is an object by its two ends. */
const PARSED_BYTES = 65_536;
/** Behind a separator in a sequence of JSON texts. */
const OBJECT = /^\x1e?[ \t]{0,8}\{[ \t]{0,8}"(?:[^"\\]|\\.){0,200}"[ \t]{0,8}:/;

/** More than half of the first lines are objects by their looks, or half are by their grammar. Of the last line, which may go on, the beginning is enough. */
export function hasObjectLines(head: Uint8Array): boolean {
  const start = head.findIndex((value) => value > 0x20);
  if (head[start] === TAG) return false;
  const objects: Uint8Array[] = [];
  let [others, from] = [0, 0];
  while (from < head.length && objects.length + others < LINES_LOOKED_AT) {
    const found = head.indexOf(LINE_END, from);
    const line = head.subarray(from, found < 0 ? head.length : found);
    if (isObjectLine(line, found >= 0)) objects.push(line);
    else if (lastOf(line) !== 0) others += 1;
    from = found < 0 ? head.length : found + 1;
  }
  if (objects.length + others < 2) return false;
  return objects.length > others || (objects.length === others && objects.every(isJsonLine));
}

function isObjectLine(line: Uint8Array, isEnded: boolean): boolean {
  return OBJECT.test(textOf(line.subarray(0, BEGINNING))) && (!isEnded || lastOf(line) === BRACE);
}

/** The first line of an object over two lines looks like one of its own. */
function isJsonLine(line: Uint8Array): boolean {
  return line.length > PARSED_BYTES || parsedRecord(textOf(line).replace(/^\x1e/, '')) !== undefined;
}

/** The last byte that is no blank; 0 where there is none. */
function lastOf(line: Uint8Array): number {
  const at = line.findLastIndex((value) => value !== 0x20 && value !== 0x0d && value !== 0x09);
  return line[at] ?? 0;
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}
