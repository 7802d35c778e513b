/** `2 hours ago`, `vor 3 Std.`, `hace 2 horas`, `yesterday`. In: tokens and a place. Out: how many tokens such a phrase takes there, 0 for none. */
import { type PhraseIndex, phraseAt } from './phrases.ts';
import type { Token } from './tokens.ts';
import { AFTER, BEFORE, COUNTS, NOW, UNITS } from './vocabulary.ts';

/** `2 hours 30 minutes ago` is as long as it gets. */
const MOST_UNITS = 3;

export function relativeAt(tokens: readonly Token[], at: number): number {
  const now = length(NOW, tokens, at);
  if (now > 0) return now;
  const before = length(BEFORE, tokens, at);
  const counted = countedUnits(tokens, at + before);
  if (counted === 0) return 0;
  const after = length(AFTER, tokens, at + before + counted);
  return before > 0 || after > 0 ? before + counted + after : 0;
}

/** `15 min`, `2 months`: how many tokens, 0 for none. */
export function countedUnits(tokens: readonly Token[], at: number): number {
  let next = at;
  for (let unit = 0; unit < MOST_UNITS; unit += 1) {
    const count = tokens[next]?.kind === 'number' ? 1 : length(COUNTS, tokens, next);
    const name = length(UNITS, tokens, next + count);
    // Arabic and others say "two hours" in one word, so a unit may come without a count, but only first.
    if (name === 0 || (count === 0 && unit > 0)) break;
    next += count + name;
    if (tokens[next]?.key === '.' || tokens[next]?.key === ',') next += 1;
  }
  return next - at;
}

function length<Meaning>(index: PhraseIndex<Meaning>, tokens: readonly Token[], at: number): number {
  return phraseAt(index, tokens, at)?.tokens ?? 0;
}
