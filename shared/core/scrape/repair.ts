/**
 * Scraping: one line of text as some machine left it comes in, the line its writer wrote goes out.
 * Promise: only damage is undone; a line that could have been meant as it stands comes out unchanged.
 */
import { ENTITIES } from '../tables/entities.ts';
import { WINDOWS_1252_HIGH } from '../tables/windows-1252.ts';

export interface Repaired {
  readonly text: string;
  /** UTF-8 that had been read as windows-1252 was read again. */
  readonly mojibake: boolean;
  /** Character references that showed as they were written (`&eacute;`) became characters. */
  readonly entities: boolean;
}

/** A lead byte of UTF-8 as windows-1252 shows it, followed by what a continuation byte looks like there. */
const SUSPECT = /[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0192\u02c6-\u02dc\u2013-\u2122]/u;
/** Pages are misread by one system and again by the next. */
const TIMES_MISREAD = 2;
const REFERENCE = /&(?:#(\d{2,6})|#[xX]([\da-fA-F]{2,5})|([a-zA-Z]{2,6}\d{0,2}));/g;
/** Nothing but plain characters, as most lines of English are. */
const SOUND = /^[\t -~]*$/;
/** Letters of Latin and common signs, which are composed already. */
const COMPOSED = /^[\t -\u02ff\u2010-\u2027]*$/;
const STRICT = new TextDecoder('utf-8', { fatal: true });

/** `itâ€™s` //=> `it’s`. A line that mixes both kinds of text is repaired run by run. */
export function repairLine(written: string): Repaired {
  if (isTidy(written)) return { text: written, mojibake: false, entities: false };
  const line = written.includes('&') ? decoded(written) : written;
  const entities = line !== written;
  if (SOUND.test(line)) return { text: tidy(line), mojibake: false, entities };
  const visible = line.replaceAll(/[\u00ad\u200b\u2060\ufeff]/g, '').replaceAll(/\p{Cc}/gu, keepOrBlank);
  if (!SUSPECT.test(visible)) return { text: tidy(visible), mojibake: false, entities };
  let whole = visible;
  for (let time = 0; time < TIMES_MISREAD && SUSPECT.test(whole); time++) whole = reread(whole) ?? rereadRuns(whole);
  return { text: tidy(whole), mojibake: whole !== visible, entities };
}

/** Plain characters with single blanks between them and no reference: nothing to repair, as in most lines of English. */
function isTidy(line: string): boolean {
  let before = BLANK;
  for (let at = 0; at < line.length; at += 1) {
    const code = line.charCodeAt(at);
    if (code < BLANK || code > TILDE || code === AMPERSAND || (code === BLANK && before === BLANK)) return false;
    before = code;
  }
  return before !== BLANK;
}

const BLANK = 0x20;
const AMPERSAND = 0x26;
const TILDE = 0x7e;

/** Twice, since `&amp;eacute;` hides a reference in a reference. */
function decoded(text: string): string {
  return text.replace(REFERENCE, character).replace(REFERENCE, character);
}

function character(written: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name] ?? written;
  const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  const isText = point >= 0xa0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
  return isText || point === 0x26 || point === 0x22 || point === 0x27 ? String.fromCodePoint(point) : written;
}

/** Collapses every kind of white space, NBSP included, and composes accents. */
export function tidy(text: string): string {
  const trimmed = /\s\s|[^\S ]/.test(text) ? text.replaceAll(/\s+/g, ' ').trim() : text.trim();
  return COMPOSED.test(trimmed) ? trimmed : trimmed.normalize('NFC');
}

/** The C1 controls are kept until mojibake is undone: `”` is read as `â€` and U+009D. */
function keepOrBlank(control: string): string {
  return control >= '\u0080' ? control : ' ';
}

function reread(text: string): string | null {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const byte = code <= 0xff ? code : WINDOWS_1252_HIGH.get(code);
    if (byte === undefined) return null;
    bytes[i] = byte;
  }
  try {
    return STRICT.decode(bytes);
  } catch {
    return null; // Not UTF-8 after all: the line was meant as it stands.
  }
}

/** Rereads only runs without plain letters, so that a real `“` elsewhere in the line does not stand in the way. */
function rereadRuns(text: string): string {
  return text.replaceAll(/[^\0-\x7f]+/g, (run) => (run.length > 1 ? (reread(run) ?? run) : run));
}
