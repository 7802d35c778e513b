/** Keys under which stories of one happening meet in a store. A print comes in, keys to write and keys to read go out. Promise: at most WRITTEN_KEYS to write. */

import type { EventKeys } from '../eventing.ts';
import { BUCKET_DAYS, EDGE_DAYS, KEYS, WRITTEN_KEYS } from './event-limits.ts';
import { type EventPrint, heft, type PrintTerm } from './event-print.ts';

const MINUTES_A_DAY = 1_440;

/** `en#1a2b3c#2809`: language, term, number of the week since 1970; undated stories meet in the week `x`. */
export function eventKeys(print: EventPrint): EventKeys {
  const terms = keyTerms(print, KEYS).map((term) => `${print.language}#${term.hash.toString(16).padStart(6, '0')}`);
  if (print.minutes === null) return inWeeks(terms, 'x', null);
  const day = Math.floor(print.minutes / MINUTES_A_DAY);
  const week = Math.floor(day / BUCKET_DAYS);
  const inWeek = day - week * BUCKET_DAYS;
  const near = inWeek < EDGE_DAYS ? week - 1 : inWeek >= BUCKET_DAYS - EDGE_DAYS ? week + 1 : null;
  return inWeeks(terms, week, near);
}

function inWeeks(terms: readonly string[], week: number | 'x', near: number | null): EventKeys {
  const own = terms.map((term) => `${term}#${week}`);
  const neighbours = near === null ? [] : terms.map((term) => `${term}#${near}`);
  return { written: own.slice(0, WRITTEN_KEYS), own, neighbours };
}

/** The heaviest terms, bare numbers aside: a figure alone says too little about what happened. */
export function keyTerms(
  print: EventPrint,
  most: number,
  weigh: (term: PrintTerm) => number = heft,
): readonly PrintTerm[] {
  const words = print.terms.filter((term) => !term.isNumber).map((term) => ({ term, weight: weigh(term) }));
  return words
    .sort((a, b) => b.weight - a.weight || a.term.hash - b.term.hash)
    .slice(0, most)
    .map(({ term }) => term);
}
