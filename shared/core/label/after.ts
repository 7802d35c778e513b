/**
 * After the text: the agency's or author's name, a date, the imprint, and whatever else follows the last paragraph.
 * Promise: only lines after the last paragraph are looked at.
 */
import type { Draft } from './draft.ts';
import { bylineOf, creditOf, dateOf } from './readings.ts';
import { bodySpan } from './span.ts';

/** Lines after the text in which who wrote it may stand. */
const REACH = 8;
const DATE_CHARS = 80;
/** Lines after the text in which a list of other articles shows itself. */
const LIST = 40;
const CERTAIN = 0.9;

export function labelAfterText(draft: Draft): void {
  const { last } = bodySpan(draft);
  if (last === -1) return;
  const copies = draft.lines.findLastIndex(({ index }) => draft.labelOf(index) === 'dup.body');
  const end = Math.max(last, copies);
  const listed = isDateList(draft, end);
  for (const line of draft.lines.slice(Math.max(0, last), end + 1 + REACH)) {
    const { index, text } = line;
    if (creditOf(line)?.kind === 'agency') draft.suggest(index, 'meta.credit', 'tail.credit', CERTAIN);
    else if (index > end && bylineOf(line)?.basis === 'strong') draft.suggest(index, 'meta.byline', 'tail.byline');
    else if (index > end && text.length < DATE_CHARS) {
      const kind = dateOf(line)?.kind;
      if (kind !== undefined)
        draft.suggest(index, kind === 'absolute' && !listed ? 'meta.published' : 'ui.label', 'tail.date');
    }
  }
}

/** Several days named after the text are those of other articles. */
function isDateList(draft: Draft, end: number): boolean {
  const days = draft.lines.slice(end + 1, end + 1 + LIST).flatMap((line) => {
    const value = dateOf(line)?.value ?? null;
    return value === null ? [] : [`${value.year}-${value.month}-${value.day}`];
  });
  return new Set(days).size > 1;
}
