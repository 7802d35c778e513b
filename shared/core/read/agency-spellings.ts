/**
 * The table of agencies as spellings are looked up in it, built once: in a bundle when it is made (infra/prepared-tables.ts).
 * Promise: pure data.
 */
import { AGENCIES } from '../tables/agencies.ts';
import { agencyKey, firstWordOf } from './agency-key.ts';

export interface Agency {
  readonly code: string;
  readonly name: string;
}

export const AGENCY_LIST: readonly Agency[] = AGENCIES.map(({ code, name }) => ({ code, name }));

interface Spelling {
  readonly text: string;
  readonly isExact: boolean;
  /** Place in the list. */
  readonly agency: number;
}

const SPELLINGS: readonly Spelling[] = AGENCIES.flatMap(({ name, spellings }, agency) => {
  const listed = spellings
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((text) => (text.startsWith('=') ? { text: text.slice(1), isExact: true } : { text, isExact: false }));
  const isExact = name.length <= 4 && name === name.toUpperCase();
  return [...listed, { text: name, isExact }].map((spelling) => ({ ...spelling, agency }));
});

/** Places in the list, by spellings that count as they stand. */
export const BY_EXACT: ReadonlyMap<string, number> = new Map(
  SPELLINGS.filter(({ isExact }) => isExact).map(({ text, agency }) => [text, agency]),
);
export const BY_FOLD: ReadonlyMap<string, number> = new Map(
  SPELLINGS.filter(({ isExact }) => !isExact).map(({ text, agency }) => [agencyKey(text), agency]),
);
/** Of every spelling the first word: where none stands, none is looked for. */
export const FIRST_WORDS: ReadonlySet<string> = new Set(['', ...BY_FOLD.keys(), ...BY_EXACT.keys()].map(firstWordOf));
