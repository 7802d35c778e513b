/**
 * Boxes that ask: where several appeals to the reader stand in one element, all that it holds belongs to them.
 * Promise: one appeal makes no box; nor is an element one outside of which there is no text, or in which appeals are few.
 */
import type { Element } from '../block.ts';
import type { Label } from '../label.ts';
import type { Draft, Line } from './draft.ts';

const FEWEST_APPEALS = 2;
/** Of its pieces; where its name says what it is for, fewer will do. */
const SHARE = { named: 0.25, unnamed: 0.6 } as const;
/** Elements around an appeal that may be its box. */
const REACH = 4;
/** Words of text outside, or the box is the article itself. */
const ELSEWHERE = 40;
const NAME =
  /(?:^|[\s_-])(?:support|donate|donation|donations|contribute|contribution|contributions|fundraising|membership|paywall|subscribe|subscription|newsletter)(?=$|[\s_-])/i;
const NAME_CHARS = 200;

export function labelAppealBoxes(draft: Draft): void {
  const boxes = boxesOf(draft);
  if (boxes.size === 0) return;
  const all = textWords(draft, draft.lines);
  for (const [box, lines] of boxes) {
    const labels = lines.flatMap(({ index }) => appealIn(draft.labelOf(index)));
    const [label] = labels;
    const share = labels.length / lines.length;
    if (label === undefined || labels.length < FEWEST_APPEALS || share < SHARE.named) continue;
    if ((share < SHARE.unnamed && !isNamed(box)) || all - textWords(draft, lines) < ELSEWHERE) continue;
    for (const { index } of lines) if (draft.isBody(index)) draft.put(index, label, 'appeal.box');
  }
}

/** Elements around appeals, and all that stands in each. */
function boxesOf(draft: Draft): ReadonlyMap<Element, readonly Line[]> {
  const boxes = new Map<Element, Line[]>();
  for (const { index, block } of draft.lines) {
    if (!isAppeal(draft.labelOf(index))) continue;
    for (let here = block.element, up = 0; here !== null && up < REACH; here = here.parent, up++) boxes.set(here, []);
  }
  if (boxes.size === 0) return boxes;
  for (const line of draft.lines)
    for (let here = line.block.element; here !== null; here = here.parent) boxes.get(here)?.push(line);
  return boxes;
}

function isNamed(box: Element): boolean {
  for (let here: Element | null = box, up = 0; here !== null && up < REACH; here = here.parent, up++) {
    const { id = '', class: names = '' } = here.attributes;
    if (NAME.test(`${id} ${names}`.slice(0, NAME_CHARS))) return true;
  }
  return false;
}

function textWords(draft: Draft, lines: readonly Line[]): number {
  return lines.reduce((sum, { index, words }) => sum + (draft.isBody(index) ? words : 0), 0);
}

function appealIn(label: Label | null): readonly Label[] {
  return label !== null && isAppeal(label) ? [label] : [];
}

function isAppeal(label: Label | null): boolean {
  return label === 'promo.donation' || label === 'promo.paywall' || label === 'promo.newsletter';
}
