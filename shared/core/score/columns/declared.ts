/**
 * How much of a block stands in what the page declares to be its text or its summary. Facts come in, columns go out; all zero
 * when nothing is declared, as in plain text.
 */
import type { CandidateField } from '../../block.ts';
import { type Columns, column, ratio } from '../columns.ts';
import type { Facts } from '../facts.ts';

const WORD = /[\p{L}\p{N}]+/gu;
const GRAM = 3;
/** Declared texts are as long as articles; a book is not compared. */
const DECLARED_CHARS = 60_000;
const SUMMARY_CHARS = 1_000;
const VALUES = 4;
/** The beginning of a paragraph tells as much as all of it. */
const BLOCK_CHARS = 400;
/** Candidates from the visible page are blocks themselves. */
const STATED: ReadonlySet<string> = new Set(['json-ld', 'meta']);

export function declaredColumns(columns: Columns, facts: Facts): void {
  const body = shinglesOf(facts, 'body', DECLARED_CHARS);
  const deck = shinglesOf(facts, 'deck', SUMMARY_CHARS);
  const own =
    body.size === 0 && deck.size === 0 ? [] : facts.blocks.map(({ text }) => shingles(text.slice(0, BLOCK_CHARS)));
  column(columns, 'declared.size', facts.size, () => Math.log1p(body.size));
  for (const [name, declared] of [
    ['declared.body', body],
    ['declared.deck', deck],
  ] as const) {
    column(columns, name, facts.size, (i) => (declared.size === 0 ? -1 : coverage(own[i] ?? [], declared)));
  }
}

function shinglesOf(facts: Facts, field: CandidateField, chars: number): ReadonlySet<string> {
  const values = facts.page.candidates
    .filter((candidate) => candidate.field === field && STATED.has(candidate.source))
    .slice(0, VALUES);
  return new Set(values.flatMap(({ value }) => shingles(value.slice(0, chars))));
}

function shingles(text: string): string[] {
  const words = text.match(WORD) ?? [];
  const length = Math.min(GRAM, words.length);
  return words.slice(0, words.length - length + 1).map((_, i) => words.slice(i, i + length).join(' '));
}

function coverage(own: readonly string[], declared: ReadonlySet<string>): number {
  return ratio(own.filter((shingle) => declared.has(shingle)).length, own.length);
}
