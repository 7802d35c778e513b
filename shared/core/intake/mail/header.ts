/**
 * The header of a mail, or of one of its parts, in; its fields by name out. Promise: folded lines are put together, of fields that stand
 * twice the first counts; throws `Rejection` for a header that no mail has.
 */
import { LIMITS } from '../../limits.ts';
import { Rejection } from '../../rejection.ts';
import { latin } from '../zip.ts';

export interface Header {
  /** By name in lower case, as sent: encoded words are not undone. */
  readonly fields: ReadonlyMap<string, string>;
  /** Where the body begins. */
  readonly end: number;
}

const FIELD = /^([!-9;-~]{1,100})[ \t]{0,8}:/;
const NEW_LINE = 0x0a;

export function readHeader(bytes: Uint8Array): Header {
  const end = endOf(bytes);
  if (end > LIMITS.mailHeaderBytes) {
    const kib = LIMITS.mailHeaderBytes / 1024;
    throw new Rejection(
      'document.too-large',
      `A header of this mail has more than ${kib} KiB; no mail program writes so much.`,
    );
  }
  const fields = new Map<string, string>();
  let open: { readonly name: string; readonly pieces: string[] } | null = null;
  const close = () => {
    if (open !== null && !fields.has(open.name)) fields.set(open.name, open.pieces.join(' '));
    open = null;
  };
  for (const line of latin(bytes.subarray(0, end)).split(/\r?\n/)) {
    const name = FIELD.exec(line)?.[1];
    if (/^[ \t]/.test(line)) open?.pieces.push(line.trim());
    else {
      close();
      if (name !== undefined) open = { name: name.toLowerCase(), pieces: [line.slice(line.indexOf(':') + 1).trim()] };
    }
  }
  close();
  return { fields, end };
}

/** Behind the first empty line; a header that nothing follows ends with the bytes. */
function endOf(bytes: Uint8Array): number {
  for (let at = 0; at >= 0 && at < bytes.length; ) {
    if (bytes[at] === NEW_LINE) return at + 1;
    if (bytes[at] === 0x0d && bytes[at + 1] === NEW_LINE) return at + 2;
    if (at > LIMITS.mailHeaderBytes) return at;
    const next = bytes.indexOf(NEW_LINE, at);
    at = next < 0 ? -1 : next + 1;
  }
  return bytes.length;
}

export interface Parametered {
  /** In lower case. */
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** Parameters of one field; more are an attack. */
const MOST_PARAMETERS = 50;

/** `text/plain; charset="utf-8"` //=> `text/plain`, with `charset`. */
export function parametered(field: string): Parametered {
  const [value = '', ...rest] = piecesOf(field);
  const parameters = new Map<string, string>();
  for (const piece of rest) {
    const equals = piece.indexOf('=');
    const name = piece.slice(0, Math.max(0, equals)).trim().toLowerCase();
    if (name !== '' && !parameters.has(name)) parameters.set(name, unquoted(piece.slice(equals + 1).trim()));
  }
  return { value: value.trim().toLowerCase(), parameters };
}

/** Cut at semicolons that do not stand in quotes. */
function piecesOf(field: string): readonly string[] {
  const pieces: string[] = [];
  let [from, quoted] = [0, false];
  for (let at = 0; at < field.length && pieces.length < MOST_PARAMETERS; at += 1) {
    const mark = field[at];
    if (mark === '\\' && quoted) at += 1;
    else if (mark === '"') quoted = !quoted;
    else if (mark === ';' && !quoted) {
      pieces.push(field.slice(from, at));
      from = at + 1;
    }
  }
  return [...pieces, field.slice(from)];
}

function unquoted(value: string): string {
  return value.startsWith('"') ? value.slice(1).replace(/"$/, '').replace(/\\(.)/g, '$1') : value;
}
