/** The weekdays that a text names in full, 1 for Monday to 7 for Sunday. */
import { dateTokens } from './date-tokens.ts';
import { phraseAt } from './phrases.ts';
import { WEEKDAY_NAMES } from './vocabulary.ts';

/** Names shorter than this are words of other languages as well. */
const FULL_NAME_CHARS = 4;
/** The opening of a report; names further down speak of other days. */
const SEARCHED_CHARS = 4_000;

export function namedWeekdays(text: string): ReadonlySet<number> {
  const days = new Set<number>();
  const tokens = dateTokens(text.slice(0, SEARCHED_CHARS));
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'word' || token.key.length < FULL_NAME_CHARS) continue;
    const hit = phraseAt(WEEKDAY_NAMES, tokens, at);
    if (hit !== null) days.add(hit.meaning);
  }
  return days;
}
