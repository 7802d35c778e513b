/**
 * After the text: the agency's or author's name, a date, the imprint, and whatever else follows the last paragraph.
 * Promise: only lines after the last paragraph are looked at.
 */
import type { Draft } from './draft.ts';
import { bodySpan } from './span.ts';

/** Lines after the text in which who wrote it may stand. */
const REACH = 8;
const DATE_CHARS = 80;
const CERTAIN = 0.9;

export function labelAfterText(draft: Draft): void {
  const { last } = bodySpan(draft);
  if (last === -1) return;
  const copies = draft.lines.findLastIndex(({ index }) => draft.labelOf(index) === 'dup.body');
  const end = Math.max(last, copies);
  for (const { index, text, readings } of draft.lines.slice(Math.max(0, last), end + 1 + REACH)) {
    if (readings.credit()?.kind === 'agency') draft.suggest(index, 'meta.credit', 'tail.credit', CERTAIN);
    else if (index > end && readings.byline()?.basis === 'strong') draft.suggest(index, 'meta.byline', 'tail.byline');
    else if (index > end && text.length < DATE_CHARS) {
      const kind = readings.date()?.kind;
      if (kind !== undefined) draft.suggest(index, kind === 'absolute' ? 'meta.published' : 'ui.label', 'tail.date');
    }
  }
}
