/** A part as it was sent in, its own bytes out. Throws `Rejection` for a way of packing that nobody has used for decades. */
import { Rejection } from '../../rejection.ts';
import { latin } from '../zip.ts';

const AS_IT_IS: ReadonlySet<string> = new Set(['', '7bit', '8bit', 'binary']);

export function unpackPart(body: Uint8Array, encoding: string): Uint8Array {
  const name = encoding.trim().toLowerCase();
  if (AS_IT_IS.has(name)) return body;
  if (name === 'base64') return Buffer.from(latin(body), 'base64');
  if (name === 'quoted-printable') return unquote(body);
  throw new Rejection(
    'document.unsupported-format',
    'The text of this mail is packed in a way that is not base64 or quoted-printable: save it as HTML or plain text.',
  );
}

const [EQUALS, NEW_LINE, RETURN, BLANK, TAB] = [0x3d, 0x0a, 0x0d, 0x20, 0x09];

/** `=E4` is a byte, `=` at the end of a line joins it to the next; any other `=` is meant as it stands. */
function unquote(body: Uint8Array): Uint8Array {
  const found = Buffer.alloc(body.length);
  let length = 0;
  for (let at = 0; at < body.length; at += 1) {
    const value = body[at] ?? 0;
    const joined = value === EQUALS ? behindLineEnd(body, at + 1) : null;
    const hex = value === EQUALS ? hexAt(body, at + 1) : null;
    if (joined !== null) at = joined - 1;
    else {
      found[length] = hex ?? value;
      length += 1;
      if (hex !== null) at += 2;
    }
  }
  return found.subarray(0, length);
}

/** Blanks that some relay put behind the sign. */
const MOST_BLANKS = 20;

function behindLineEnd(body: Uint8Array, from: number): number | null {
  let at = from;
  while (at < from + MOST_BLANKS && (body[at] === BLANK || body[at] === TAB)) at += 1;
  if (body[at] === RETURN) at += 1;
  return body[at] === NEW_LINE ? at + 1 : null;
}

function hexAt(body: Uint8Array, at: number): number | null {
  const [high, low] = [digit(body[at]), digit(body[at + 1])];
  return high === null || low === null ? null : high * 16 + low;
}

function digit(value: number | undefined): number | null {
  if (value === undefined) return null;
  if (value >= 0x30 && value <= 0x39) return value - 0x30;
  const letter = value | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : null;
}
