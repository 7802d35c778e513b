/**
 * The labels of a page, with a second look where the first is in doubt. A page, its scores and a way to ask for a second opinion
 * come in; labelled blocks and the page as it was read go out.
 * Promise: asking never leaves a page without a body that had one before, and every block that changed sides says so.
 */
import type { Block, Element, Opinion, Page } from './block.ts';
import type { OutletProfile } from './document.ts';
import { isInDoubt, isProse } from './doubt.ts';
import { countWords } from './label/draft.ts';
import { labelPage } from './label/labeller.ts';
import { reasonOf } from './label/rules.ts';
import { isBody, type LabelledBlock } from './label.ts';

/** Gives the page back with an opinion of it without `leaveOut`, or as it was when there is none. */
export type Ask = (leaveOut: ReadonlySet<Element>) => Page;

export interface Looked {
  readonly page: Page;
  readonly labelled: readonly LabelledBlock[];
}

/**
 * What the second opinion adds to the log odds of a block inside, and takes from one outside: it turns scores between 0.27 and
 * 0.73, so that it settles what is open and overrules nothing that is sure. More weight helps one collection and harms another.
 */
const WEIGHT = 1;

/** What the model gives less than this, and is no prose, is no part of the question: asking without it takes a third of the time. */
const HOPELESS = 0.02;

export function labelWithSecondLook(page: Page, scores: readonly number[], profile: OutletProfile, ask: Ask): Looked {
  const labelled = labelPage(page, scores, profile);
  if (!isInDoubt(labelled, scores)) return { page, labelled };
  const asked = ask(hopelessParts(page.blocks, scores));
  if (asked.opinion === null) return { page, labelled };
  const holds = holderOf(asked.opinion);
  if (isOfAnotherPart(labelled, scores, holds)) return { page, labelled };
  const settled = labelPage(asked, settledScores(page.blocks, scores, holds), profile);
  if (!settled.some(({ label }) => isBody(label))) return { page, labelled };
  return { page: asked, labelled: settled.map((after, at) => told(labelled[at], after)) };
}

/** The elements under which there is text and none of it can be body. */
function hopelessParts(blocks: readonly Block[], scores: readonly number[]): ReadonlySet<Element> {
  const hopeful = new Set<Element>();
  for (const block of blocks) {
    if ((scores[block.index] ?? 0) < HOPELESS && !isProse(block, countWords(block.text))) continue;
    for (let at = block.element; at !== null && !hopeful.has(at); at = at.parent) hopeful.add(at);
  }
  // The whole page rather than none of it.
  if (hopeful.size === 0) return hopeful;
  const hopeless = new Set<Element>();
  for (const { element } of blocks) {
    for (let at = element; at !== null && !hopeful.has(at) && !hopeless.has(at); at = at.parent) hopeless.add(at);
  }
  return hopeless;
}

type Holds = (block: Block) => boolean;

/** Blocks are cut as the opinion's paragraphs are; a long one also counts when it is part of a paragraph. */
const PART_CHARS = 30;

function holderOf(opinion: Opinion): Holds {
  const paragraphs = new Set(opinion.paragraphs);
  const whole = opinion.paragraphs.join('\n');
  return ({ text, raw }) => {
    const known = raw ?? text;
    return paragraphs.has(known) || (known.length > PART_CHARS && whole.includes(known));
  };
}

/** From here on the model is sure. */
const SURE = 0.9;
/** An opinion with less than this share of a body that the model is partly sure of is about another part of the page. */
const SAME_PART = 0.5;

function isOfAnotherPart(labelled: readonly LabelledBlock[], scores: readonly number[], holds: Holds): boolean {
  let body = 0;
  let held = 0;
  let isSure = false;
  for (const { block, label } of labelled) {
    if (!isBody(label)) continue;
    isSure ||= (scores[block.index] ?? 0) >= SURE;
    const words = countWords(block.text);
    body += words;
    if (holds(block)) held += words;
  }
  return isSure && held < SAME_PART * body;
}

function settledScores(blocks: readonly Block[], scores: readonly number[], holds: Holds): readonly number[] {
  return blocks.map((block) => shifted(scores[block.index] ?? 0, holds(block) ? WEIGHT : -WEIGHT));
}

function shifted(score: number, by: number): number {
  return score <= 0 || score >= 1 ? score : 1 / (1 + Math.exp(-by) * (1 / score - 1));
}

function told(before: LabelledBlock | undefined, after: LabelledBlock): LabelledBlock {
  const [was, is] = [before !== undefined && isBody(before.label), isBody(after.label)];
  if (is && !was) return { ...after, reason: reasonOf('body.opinion', null) };
  if (was && after.label === 'other') return { ...after, reason: reasonOf('rest.opinion', null) };
  return after;
}
