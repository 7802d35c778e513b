/**
 * The labels of a page, with a second look where the first is in doubt. A page, its scores and a way to ask for a second opinion
 * come in; labelled blocks and the page as it was read go out.
 * Promise: asking never leaves a page without a body that had one before, and every block that changed sides says so.
 *
 * Measured on 508 news pages in three collections, with scores of models that had not seen the page's site: asked on 4 of 100 pages,
 * body F1 0.10 up, 0.08 down and 0.15 up. Headlines and authors gain nothing (none of 327, one lost of 309), so they are no reason
 * to ask. What it is for is the page that is unlike all that the model knows: no page with prose stays without a body.
 */
import type { Block, Element, Page } from './block.ts';
import type { OutletProfile } from './document.ts';
import { isInDoubt, isProse } from './doubt.ts';
import { countWords } from './label/draft.ts';
import { labelPage } from './label/labeller.ts';
import { type RuleId, reasonOf } from './label/rules.ts';
import { isBody, type LabelledBlock } from './label.ts';
import { givenScores, holderOf, isOfAnotherPart, nearestScores, settledScores } from './settle.ts';

/** Gives the page back with an opinion of it without `leaveOut`, or as it was when there is none. */
export type Ask = (leaveOut: ReadonlySet<Element>) => Page;

export interface Looked {
  readonly page: Page;
  readonly labelled: readonly LabelledBlock[];
}

export function labelWithSecondLook(page: Page, scores: readonly number[], profile: OutletProfile, ask: Ask): Looked {
  const first: Looked = { page, labelled: labelPage(page, scores, profile) };
  if (isSettled(first.labelled) || !isInDoubt(first.labelled, scores)) return first;
  const second = listen(first, scores, profile, ask(hopelessParts(page.blocks, scores)));
  if (second !== null && hasBody(second)) return second;
  if (hasBody(first)) return first;
  const labelled = labelPage(page, nearestScores(page.blocks, scores), profile);
  return { page, labelled: told(first.labelled, labelled, 'body.nearest') };
}

/** A wall or a list holds no article, and nobody need look for one. */
const SETTLED: ReadonlySet<string> = new Set<RuleId>(['wall.consent', 'listing.teaser']);

function isSettled(labelled: readonly LabelledBlock[]): boolean {
  return labelled.some(({ reason }) => SETTLED.has(reason.rule));
}

/** `null` when there is nothing to listen to. */
function listen(first: Looked, scores: readonly number[], profile: OutletProfile, page: Page): Looked | null {
  if (page.opinion === null) return null;
  const holds = holderOf(page.opinion);
  if (isOfAnotherPart(first.labelled, scores, holds)) return null;
  const weigh = hasBody(first) ? settledScores : givenScores;
  const labelled = labelPage(page, weigh(page.blocks, scores, holds), profile);
  return { page, labelled: told(first.labelled, labelled, 'body.opinion') };
}

function hasBody({ labelled }: Looked): boolean {
  return labelled.some(({ label }) => isBody(label));
}

/** What the model gives less than this, and is no prose, is no part of the question: asking without it takes a third of the time. */
const HOPELESS = 0.02;

/** The elements under which there is text and none of it can be body. */
function hopelessParts(blocks: readonly Block[], scores: readonly number[]): ReadonlySet<Element> {
  const hopeful = new Set<Element>();
  for (const block of blocks) {
    if ((scores[block.index] ?? 0) < HOPELESS && !isProse(block, countWords(block.text))) continue;
    for (let at = block.element; at !== null && !hopeful.has(at); at = at.parent) hopeful.add(at);
  }
  const hopeless = new Set<Element>();
  for (const { element } of blocks) {
    for (let at = element; at !== null && !hopeful.has(at) && !hopeless.has(at); at = at.parent) hopeless.add(at);
  }
  return hopeless;
}

function told(
  before: readonly LabelledBlock[],
  after: readonly LabelledBlock[],
  rule: RuleId,
): readonly LabelledBlock[] {
  const was = before.map(({ label }) => isBody(label));
  return after.map((one, at) => {
    if (isBody(one.label) && was[at] !== true) return { ...one, reason: reasonOf(rule, null) };
    if (was[at] === true && one.label === 'other') return { ...one, reason: reasonOf('rest.opinion', null) };
    return one;
  });
}
