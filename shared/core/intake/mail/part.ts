/**
 * A mail in, the tree of its parts out. Promise: nothing is decoded yet; every part ends at its boundary, or is said to be cut; how deep and
 * how many is bounded, and each level of depth reads the bytes once.
 */
import { LIMITS } from '../../limits.ts';
import { Rejection } from '../../rejection.ts';
import { type Parametered, parametered, readHeader } from './header.ts';

export interface Part {
  readonly fields: ReadonlyMap<string, string>;
  readonly type: Parametered;
  readonly disposition: Parametered;
  /** As sent. */
  readonly body: Uint8Array;
  readonly parts: readonly Part[];
  /** The mail ends before the boundary that ends this part. */
  readonly isCut: boolean;
}

/** The standard allows 70. */
const BOUNDARY_CHARS = 250;

export function readMail(bytes: Uint8Array): Part {
  return readPart(bytes, false, 'text/plain', 0, { left: LIMITS.mailParts });
}

interface Budget {
  left: number;
}

/** `standard`: what a part is that does not say so. */
function readPart(bytes: Uint8Array, isCut: boolean, standard: string, depth: number, budget: Budget): Part {
  budget.left -= 1;
  if (budget.left < 0) {
    throw new Rejection('page.too-many-elements', `The mail has more than ${LIMITS.mailParts} parts.`);
  }
  if (depth > LIMITS.mailDepth) {
    throw new Rejection(
      'document.nested-too-deep',
      `The parts of this mail are nested more than ${LIMITS.mailDepth} deep.`,
    );
  }
  const { fields, end } = readHeader(bytes);
  const type = parametered(fields.get('content-type') ?? standard);
  const disposition = parametered(fields.get('content-disposition') ?? '');
  const body = bytes.subarray(end);
  const part = { fields, type, disposition, body, isCut };
  if (!type.value.startsWith('multipart/')) return { ...part, parts: [] };
  const own = type.value === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  const isOpen = depth === 0 || isCut;
  const parts = pieces(body, boundaryOf(type)).map((piece) =>
    readPart(piece.bytes, piece.isLast && isOpen, own, depth + 1, budget),
  );
  return { ...part, parts };
}

function boundaryOf({ parameters }: Parametered): string {
  const boundary = (parameters.get('boundary') ?? '').trimEnd();
  if (boundary !== '' && boundary.length <= BOUNDARY_CHARS) return boundary;
  const message = 'The mail says that it has parts, and not what stands between them: save or send it again.';
  throw new Rejection('document.damaged', message);
}

interface Piece {
  readonly bytes: Uint8Array;
  /** No boundary ends it. */
  readonly isLast: boolean;
}

/** What stands between boundaries: before the first and behind the last there are only words for programs that know no parts. */
function pieces(body: Uint8Array, boundary: string): readonly Piece[] {
  const found: Piece[] = [];
  let from: number | null = null;
  for (const { at, after, isEnd } of delimiters(body, boundary)) {
    if (from !== null) found.push({ bytes: body.subarray(from, beforeLineEnd(body, from, at)), isLast: false });
    if (isEnd) return found;
    from = after;
    if (found.length > LIMITS.mailParts) return found;
  }
  if (from !== null) found.push({ bytes: body.subarray(from), isLast: true });
  return found;
}

interface Delimiter {
  readonly at: number;
  /** Behind its line. */
  readonly after: number;
  readonly isEnd: boolean;
}

const [NEW_LINE, RETURN, DASH, BLANK, TAB] = [0x0a, 0x0d, 0x2d, 0x20, 0x09];

/** A line that is nothing but the boundary; one that only begins so is another's. */
function* delimiters(body: Uint8Array, boundary: string): Generator<Delimiter> {
  const whole = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const mark = Buffer.from(`--${boundary}`, 'latin1');
  for (let at = whole.indexOf(mark); at >= 0; at = whole.indexOf(mark, at + mark.length)) {
    if (at > 0 && body[at - 1] !== NEW_LINE) continue;
    const behind = at + mark.length;
    const isEnd = body[behind] === DASH && body[behind + 1] === DASH;
    const end = endOfBlanks(body, isEnd ? behind + 2 : behind);
    if (end !== null) yield { at, after: end, isEnd };
    else if (isEnd) yield { at, after: behind + 2, isEnd };
  }
}

/** Blanks that a program may add to a line. */
const MOST_BLANKS = 200;

/** Behind the line end; null when something else stands before it. */
function endOfBlanks(body: Uint8Array, from: number): number | null {
  let at = from;
  while (at < from + MOST_BLANKS && (body[at] === BLANK || body[at] === TAB)) at += 1;
  if (at >= body.length) return body.length;
  if (body[at] === RETURN) at += 1;
  return body[at] === NEW_LINE ? at + 1 : null;
}

/** The line end before a boundary belongs to the boundary. */
function beforeLineEnd(body: Uint8Array, from: number, at: number): number {
  const end = at > from && body[at - 1] === NEW_LINE ? at - 1 : at;
  return end > from && body[end - 1] === RETURN ? end - 1 : Math.max(from, end);
}
