/**
 * Appeals: paragraphs in which a paper asks its readers for money, attention or an address, however much they read like text.
 * Promise: what a source says in quotation marks is never an appeal, and an appeal ends where the reader is no longer addressed.
 */
import type { Label } from '../label.ts';
import type { Draft, Line } from './draft.ts';
import { foldInside, withoutQuotes } from './fold.ts';
import { type AppealCount, countAppeal } from './phrases.ts';
import { namesPrice, promoLabel } from './price.ts';
import { aroundText, bodySpan } from './span.ts';

/** From here on the model is believed against two phrases; less is enough inside the text, where
 * offers are written about, and in HTML, where the model sees the page's own marks. */
const CERTAIN = { inside: 0.8, outside: 0.97 } as const;
/** Paragraphs of one appeal that may stand between two that are sure. */
const MOST_BETWEEN = 3;
/** Lines around an appeal that may say what it is for. */
const NEAR = 6;
/** Lines around the text in which an appeal may pass for it. */
const AROUND = { before: 12, after: 12 } as const;
/** After so many paragraphs that address nobody the text has begun. */
const INSIDE = 2;
const SENTENCE_WORDS = 12;
const HEADING_WORDS = 10;
const FEWEST_WORDS = 4;
const PARAGRAPH_CHARS = 1_200;

export function labelAppeals(draft: Draft): void {
  const { counts, appeals } = findAppeals(draft);
  const sure = draft.lines.map(({ index }) => appeals.has(index) || isPromo(draft.labelOf(index)));
  for (const line of draft.lines) {
    if (!sure[line.index]) continue;
    const label = promoLabel(appealLabel(draft, line.index), line.folded);
    draft.put(line.index, label, 'appeal.paragraph');
    labelHeading(draft, line, label);
    fillGap(draft, counts, sure, line.index, label);
  }
}

interface Appeals {
  readonly counts: ReadonlyMap<number, AppealCount>;
  readonly appeals: ReadonlySet<number>;
}

function findAppeals(draft: Draft): Appeals {
  const { last } = bodySpan(draft);
  const counts = new Map<number, AppealCount>();
  const appeals = new Set<number>();
  let paragraphs = 0;
  for (const line of aroundText(draft, AROUND)) {
    const inside = paragraphs >= INSIDE && line.index < last;
    if (line.words < FEWEST_WORDS || line.text.length > PARAGRAPH_CHARS || (inside && line.score >= CERTAIN.inside))
      continue;
    const found = countAppeal(foldInside(withoutQuotes(line.text)));
    counts.set(line.index, found);
    if (isAppeal(line, found)) appeals.add(line.index);
    else if (draft.isBody(line.index) && !found.address) paragraphs++;
  }
  // Beside a paragraph that asks, two phrases are enough, however much the model believes in it.
  const beside = [...counts].filter(([index, { strong, address }]) => {
    return address && strong >= 2 && (appeals.has(index - 1) || appeals.has(index + 1));
  });
  for (const [index] of beside) appeals.add(index);
  return { counts, appeals };
}

/** Without doubt: two phrases that only appeals have, or one and the reader addressed in the words of the trade. */
function isAppeal(line: Line, { strong, cues, address }: AppealCount): boolean {
  // One short sentence to the reader, outside the text, says nothing else.
  if (line.words <= SENTENCE_WORDS && strong > 0 && address && line.block.element === null) return true;
  if (line.score >= (line.block.element === null ? CERTAIN.outside : CERTAIN.inside)) return strong >= 3 && address;
  return (address && (strong >= 2 || (strong >= 1 && cues >= 2))) || (strong >= 2 && namesPrice(line.folded));
}

/** `Help us stay independent` above the paragraph that asks: short, without a stop, and addressed to the reader itself. */
function labelHeading(draft: Draft, appeal: Line, label: Label): void {
  const above = draft.lines[appeal.index - 1];
  if (above === undefined || above.words > HEADING_WORDS || appeal.words <= HEADING_WORDS || /[.。]$/.test(above.text))
    return;
  const { address, strong, cues } = countAppeal(above.folded);
  if (strong > 0 || (address && cues > 0)) draft.suggest(above.index, label, 'appeal.label');
}

/** Between two paragraphs of one appeal every paragraph that addresses the reader belongs to it. */
function fillGap(
  draft: Draft,
  counts: ReadonlyMap<number, AppealCount>,
  sure: readonly boolean[],
  from: number,
  label: Label,
): void {
  const next = sure.indexOf(true, from + 1);
  if (next === -1 || next - from - 1 > MOST_BETWEEN) return;
  const between = draft.lines.slice(from + 1, next);
  const addressed = ({ index }: Line) => {
    const found = counts.get(index);
    return found !== undefined && (found.address || found.strong > 0) && found.cues + found.strong > 0;
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
