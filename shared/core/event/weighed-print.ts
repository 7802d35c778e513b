/** A print made ready to compare: how rare its terms are here and now is worked in. A print comes in, columns of unit weights go out. */
import { type EventPrint, type PrintTerm, RARITY_STEPS } from './event-print.ts';

/** Columns of one length, in order of hash: 20,000 stories of a window fit in memory. */
export interface WeighedPrint {
  readonly days: number | null;
  readonly hash: Int32Array;
  /** Inverse document frequency in nats. */
  readonly rare: Float32Array;
  /** Of the whole story, as a unit vector; likewise of its headline, its top and its names. */
  readonly body: Float32Array;
  readonly headline: Float32Array;
  readonly lead: Float32Array;
  readonly name: Float32Array;
  readonly number: Uint8Array;
  readonly hasHeadline: boolean;
  readonly numbers: number;
}

/** Nats of a term of a story, when more is known than its language's table says. */
export type Rarity = (term: PrintTerm, language: string) => number;

export const tableRarity: Rarity = (term) => term.rarity / RARITY_STEPS;

const MINUTES_A_DAY = 1_440;
/** A bare number names less than a word as rare. */
const NUMBER_WEIGHT = 0.7;

export function weighed(print: EventPrint, rarity: Rarity = tableRarity): WeighedPrint {
  const { terms, language, minutes } = print;
  const rare = Float32Array.from(terms, (term) => rarity(term, language));
  const column = (weigh: (term: PrintTerm) => number) =>
    unit(Float32Array.from(terms, (term, at) => (rare[at] ?? 0) * weigh(term)));
  return {
    days: minutes === null ? null : minutes / MINUTES_A_DAY,
    hash: Int32Array.from(terms, (term) => term.hash),
    rare,
    body: column((term) => (1 + Math.log(term.count)) * (term.isNumber ? NUMBER_WEIGHT : 1)),
    headline: column((term) => (term.inHeadline ? 1 : 0)),
    lead: column((term) => (term.inLead || term.inHeadline ? 1 : 0)),
    name: column((term) => (term.isName ? 1 : 0)),
    number: Uint8Array.from(terms, (term) => (term.isNumber ? 1 : 0)),
    hasHeadline: terms.some((term) => term.inHeadline),
    numbers: terms.filter((term) => term.isNumber).length,
  };
}

function unit(column: Float32Array): Float32Array {
  let square = 0;
  for (const value of column) square += value * value;
  if (square === 0) return column;
  const length = Math.sqrt(square);
  return column.map((value) => value / length);
}
