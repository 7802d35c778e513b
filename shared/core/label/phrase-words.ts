/**
 * The phrase tables as they are looked up, built once: in a bundle when it is made (infra/prepared-tables.ts). In: tables. Out: indexes.
 * Promise: pure data, folded as lines are.
 */
import type { Label } from '../label.ts';
import { PHRASE_TABLES } from '../tables/phrases/all.ts';
import { fold, foldInside } from './fold.ts';
import { phraseIndex } from './phrase-index.ts';

export interface LabelledPhrase {
  readonly label: Label;
  readonly phrase: string;
}

type Kind = 'strong' | 'cue' | 'address';

export interface AppealPhrase {
  readonly phrase: string;
  readonly kind: Kind;
}

export const WHOLE: ReadonlyMap<string, Label> = new Map(
  PHRASE_TABLES.flatMap(({ whole }) =>
    whole.flatMap(({ label, phrases }) => phrases.map((phrase) => [fold(phrase), label] as const)),
  ),
);
/** Paragraphs are longer than all furniture: they are not even looked up. */
export const LONGEST_WHOLE: number = Math.max(...[...WHOLE.keys()].map((phrase) => phrase.length));
export const STARTS = phraseIndex(labelled('starts'));
export const INSIDE = phraseIndex(labelled('inside'));
export const APPEAL = phraseIndex(
  PHRASE_TABLES.flatMap(({ appeal }) => [
    ...kinds('strong', appeal.strong),
    ...kinds('cue', appeal.cues),
    ...kinds('address', appeal.address),
  ]),
);

function labelled(list: 'starts' | 'inside'): readonly LabelledPhrase[] {
  return PHRASE_TABLES.flatMap((table) =>
    table[list].flatMap(({ label, phrases }) => phrases.map((phrase) => ({ label, phrase: foldInside(phrase) }))),
  );
}

function kinds(kind: Kind, phrases: readonly string[]): readonly AppealPhrase[] {
  return phrases.map((phrase) => ({ phrase: foldInside(phrase), kind }));
}
