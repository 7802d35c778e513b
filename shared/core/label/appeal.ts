/**
 * Appeals: paragraphs in which a paper asks its readers for money, attention or an address, however much they read like text.
 * Promise: what a source says in quotation marks is never an appeal, and an appeal ends where the reader is no longer addressed.
 */
import type { Label } from '../label.ts';
import type { Draft, Line } from './draft.ts';
import { foldInside, withoutQuotes } from './fold.ts';
import { type AppealCount, countAppeal } from './phrases.ts';
import { promoLabel } from './price.ts';
import { aroundText, bodySpan } from './span.ts';

/** From here on the model is believed against two phrases; less is enough inside the text, where offers are written about. */
const CERTAIN = { inside: 0.8, outside: 0.97 } as const;
/** Paragraphs of one appeal that may stand between two that are sure. */
const MOST_BETWEEN = 3;
/** Lines around an appeal that may say what it is for. */
const NEAR = 6;
/** Lines around the text in which an appeal may pass for it. */
const AROUND = { before: 20, after: 20 } as const;
const FEWEST_WORDS = 4;
const PARAGRAPH_CHARS = 1_200;

export function labelAppeals(draft: Draft): void {
  const counts: (AppealCount | null)[] = draft.lines.map(() => null);
  for (const line of aroundText(draft, AROUND)) {
    if (line.words >= FEWEST_WORDS && line.text.length <= PARAGRAPH_CHARS) counts[line.index] = count(line);
  }
  const { first, last } = bodySpan(draft);
  const sure = draft.lines.map(
    (line) => isAppeal(line, counts[line.index] ?? null, line.index > first && line.index < last) || isPromo(draft.labelOf(line.index)),
  );
  for (const line of draft.lines) {
    if (!sure[line.index]) continue;
    const label = promoLabel(appealLabel(draft, line.index), line.folded);
    draft.put(line.index, label, 'appeal.paragraph');
    fillGap(draft, counts, sure, line.index, label);
  }
}

function count(line: Line): AppealCount {
  return countAppeal(foldInside(withoutQuotes(line.text)));
}

/** Without doubt: two phrases that only appeals have, or one and the reader addressed in the words of the trade. */
function isAppeal(line: Line, found: AppealCount | null, inside: boolean): boolean {
  if (found === null) return false;
  const { strong, cues, address } = found;
  if (inside && line.score >= CERTAIN.inside) return false;
  if (line.score >= CERTAIN.outside) return strong >= 3 && address;
  return (strong >= 2 && address) || (strong >= 1 && address && cues >= 2);
}

/** Between two paragraphs of one appeal every paragraph that addresses the reader belongs to it. */
function fillGap(
  draft: Draft,
  counts: readonly (AppealCount | null)[],
  sure: readonly boolean[],
  from: number,
  label: Label,
): void {
  const next = sure.indexOf(true, from + 1);
  if (next === -1 || next - from - 1 > MOST_BETWEEN) return;
  const between = draft.lines.slice(from + 1, next);
  const addressed = ({ index }: Line) => {
    const found = counts[index] ?? null;
    return found !== null && (found.address || found.strong > 0) && found.cues + found.strong > 0;
  };
  if (between.every(addressed)) for (const { index } of between) draft.put(index, label, 'appeal.run');
}

function isPromo(label: Label | null): boolean {
  return label === 'promo.donation' || label === 'promo.newsletter' || label === 'promo.paywall';
}

/** An appeal is called by the nearest line that says plainly what it is about. */
function appealLabel(draft: Draft, index: number): Label {
  for (let step = 0; step <= NEAR; step++) {
    for (const at of [index - step, index + step]) {
      const label = draft.labelOf(at);
      if (label !== null && isPromo(label)) return label;
    }
  }
  return 'promo.donation';
}
