/**
 * What a second opinion does to the scores of a page. Blocks, scores and opinion come in; scores go out.
 * Promise: it settles what is open and overrules nothing that the model is sure of.
 */
import type { Block, Opinion } from './block.ts';
import { isProse } from './doubt.ts';
import { countWords } from './label/draft.ts';
import { isBody, type LabelledBlock } from './label.ts';

/** Whether the opinion has this block in its article. */
export type Holds = (block: Block) => boolean;

/** Blocks are cut as the opinion's paragraphs are; a long one also counts when it is part of a paragraph. */
const PART_CHARS = 30;

export function holderOf(opinion: Opinion): Holds {
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

export function isOfAnotherPart(labelled: readonly LabelledBlock[], scores: readonly number[], holds: Holds): boolean {
  const body = labelled.filter(({ label }) => isBody(label)).map(({ block }) => block);
  const wordsOf = (blocks: readonly Block[]) => blocks.reduce((sum, { text }) => sum + countWords(text), 0);
  const isSure = body.some(({ index }) => (scores[index] ?? 0) >= SURE);
  return isSure && wordsOf(body.filter(holds)) < SAME_PART * wordsOf(body);
}

/**
 * What the opinion adds to the log odds of a block inside, and takes from one outside: it turns scores between 0.27 and 0.73.
 * More weight helps one collection and harms another.
 */
const WEIGHT = 1;

export function settledScores(blocks: readonly Block[], scores: readonly number[], holds: Holds): readonly number[] {
  return blocks.map((block) => shifted(scores[block.index] ?? 0, holds(block) ? WEIGHT : -WEIGHT));
}

function shifted(score: number, by: number): number {
  return score <= 0 || score >= 1 ? score : 1 / (1 + Math.exp(-by) * (1 / score - 1));
}

/** Body, but not for sure. */
const BARELY = 0.6;

/** For a page on which the model finds no body at all: the opinion's word is the answer. */
export function givenScores(blocks: readonly Block[], scores: readonly number[], holds: Holds): readonly number[] {
  return blocks.map((block) => (holds(block) ? Math.max(scores[block.index] ?? 0, BARELY) : 0));
}

/** Prose with this share of the score of the likeliest prose comes near enough to it. */
const NEAR = 0.5;

/** For a page on which nobody finds a body: the prose that comes nearest to one. */
export function nearestScores(blocks: readonly Block[], scores: readonly number[]): readonly number[] {
  const scoreOf = (block: Block) => (isProse(block, countWords(block.text)) ? (scores[block.index] ?? 0) : 0);
  const best = blocks.reduce((most, block) => Math.max(most, scoreOf(block)), 0);
  return blocks.map((block) => (best > 0 && scoreOf(block) >= NEAR * best ? BARELY : 0));
}
