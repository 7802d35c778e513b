/** Prints of stories for tests of events. In: what is to be otherwise than usual. Out: terms and prints. */
import type { EventPrint, PrintTerm } from '../../../shared/core/event/event-print.ts';

export const MAY_5 = Date.parse('2031-05-05T00:00:00Z') / 60_000;

export const aTerm = (hash: number, given: Partial<PrintTerm> = {}): PrintTerm => ({
  ...{ hash, rarity: 64, count: 1, inHeadline: false, inLead: false, isName: false, isNumber: false },
  ...given,
});

export const aPrint = (terms: readonly PrintTerm[], given: Partial<EventPrint> = {}): EventPrint => ({
  ...{ language: 'en', minutes: MAY_5, terms },
  ...given,
});

export const rounded = (figure: number) => Number(figure.toFixed(6));
