/** A print as bytes and back. Promise: `unpackPrint(packPrint(p))` equals `p`; bytes of another format are refused, not guessed at. */
import type { EventPrint, PrintTerm } from './event-print.ts';

/** Changes whenever a print of the same text would hold something else. */
export const PRINT_FORMAT = 1;
/** Format, three letters of language, four bytes of minutes, then the terms. */
const HEAD_BYTES = 8;
const TERM_BYTES = 5;
const NO_DATE = 0x80000000;
const LANGUAGE_BYTES = 3;

export function packPrint(print: EventPrint): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(HEAD_BYTES + TERM_BYTES * print.terms.length);
  const view = new DataView(bytes.buffer);
  bytes[0] = PRINT_FORMAT;
  for (let at = 0; at < LANGUAGE_BYTES; at += 1) bytes[1 + at] = print.language.charCodeAt(at) || 0;
  view.setInt32(4, print.minutes ?? NO_DATE | 0);
  for (const [at, term] of print.terms.entries()) {
    const offset = HEAD_BYTES + TERM_BYTES * at;
    view.setUint32(offset, term.hash * 256 + term.rarity);
    bytes[offset + 4] = term.count | flags(term);
  }
  return bytes;
}

/** Null when the bytes are of another format or cut short. */
export function unpackPrint(bytes: Uint8Array): EventPrint | null {
  if (bytes[0] !== PRINT_FORMAT || bytes.length < HEAD_BYTES || (bytes.length - HEAD_BYTES) % TERM_BYTES !== 0)
    return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const minutes = view.getInt32(4);
  const terms: PrintTerm[] = [];
  for (let offset = HEAD_BYTES; offset < bytes.length; offset += TERM_BYTES) {
    terms.push(termAt(view.getUint32(offset), view.getUint8(offset + 4)));
  }
  const letters = [...bytes.subarray(1, 1 + LANGUAGE_BYTES)].filter((code) => code !== 0);
  return { language: String.fromCharCode(...letters), minutes: minutes === (NO_DATE | 0) ? null : minutes, terms };
}

function flags(term: PrintTerm): number {
  return (term.inHeadline ? 8 : 0) | (term.inLead ? 16 : 0) | (term.isName ? 32 : 0) | (term.isNumber ? 64 : 0);
}

function termAt(word: number, last: number): PrintTerm {
  return {
    hash: word >>> 8,
    rarity: word & 255,
    count: last & 7,
    inHeadline: (last & 8) !== 0,
    inLead: (last & 16) !== 0,
    isName: (last & 32) !== 0,
    isNumber: (last & 64) !== 0,
  };
}
