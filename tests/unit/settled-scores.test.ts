/** When a first reading of a page is in doubt, and what a second opinion does to its scores. */
import { describe, expect, it } from 'vitest';
import type { Block } from '../../shared/core/block.ts';
import { isInDoubt, isProse } from '../../shared/core/doubt.ts';
import type { Label, LabelledBlock } from '../../shared/core/label.ts';
import { givenScores, holderOf, isOfAnotherPart, nearestScores, settledScores } from '../../shared/core/settle.ts';

const words = (count: number, word = 'harbour') => Array.from({ length: count }, () => word).join(' ');

function aBlock(index: number, text: string, given: Partial<Block> = {}): Block {
  return {
    ...{ index, line: index + 1, text, raw: null, tag: 'p', element: null },
    ...{ linkChars: 0, gapBefore: false, fused: false },
    ...given,
  };
}

/** Blocks of so many words, labelled. */
function labelled(...parts: readonly (readonly [Label, number])[]): readonly LabelledBlock[] {
  return parts.map(([label, count], index) => ({ block: aBlock(index, words(count)), label, reason: REASON }));
}

const opinion = (...paragraphs: readonly string[]) => ({ paragraphs, headline: null, byline: null });
const REASON = { rule: 'r', text: '' };
const all = () => true;
const none = () => false;

describe('prose', () => {
  it('has twelve words and few of them in links', () => {
    const text = words(12);
    expect(isProse(aBlock(0, text), 12)).toBe(true);
    expect(isProse(aBlock(0, text), 11)).toBe(false);
    expect(isProse(aBlock(0, 'x'.repeat(100), { linkChars: 34 }), 12)).toBe(true);
    expect(isProse(aBlock(0, 'x'.repeat(100), { linkChars: 35 }), 12)).toBe(false);
  });
});

describe('a first reading', () => {
  it('is in doubt without a body when there is prose, or anything that the model is unsure of', () => {
    expect(isInDoubt(labelled(['ui.share', 12]), [0])).toBe(true);
    expect(isInDoubt(labelled(['ui.share', 3]), [0.5])).toBe(true);
    expect(isInDoubt(labelled(['ui.share', 3]), [0.1])).toBe(false);
    expect(isInDoubt([], [])).toBe(false);
  });

  it('is in doubt when the model is unsure of more than three tenths of the body', () => {
    expect(isInDoubt(labelled(['body', 100], ['ui.share', 30]), [1, 0.5])).toBe(false);
    expect(isInDoubt(labelled(['body', 100], ['ui.share', 31]), [1, 0.5])).toBe(true);
  });

  it.each([
    [0.3, false],
    [0.31, true],
    [0.69, true],
    [0.7, false],
  ])('is unsure at a score of %d: %s', (score, isUnsure) => {
    expect(isInDoubt(labelled(['body', 10], ['ui.share', 9]), [1, score])).toBe(isUnsure);
  });

  it('is in doubt when the body is a small part of the prose of a page that has a paragraph of it and more', () => {
    expect(isInDoubt(labelled(['body', 34], ['ui.share', 66]), [1, 0])).toBe(true);
    expect(isInDoubt(labelled(['body', 35], ['ui.share', 65]), [1, 0])).toBe(false);
    expect(isInDoubt(labelled(['body', 12], ['ui.share', 48]), [1, 0])).toBe(false);
    expect(isInDoubt(labelled(['body', 12], ['ui.share', 49]), [1, 0])).toBe(true);
  });

  it('counts headings and lists of the body as body', () => {
    expect(isInDoubt(labelled(['body.heading', 34], ['ui.share', 40]), [1, 0])).toBe(false);
  });
});

describe('what an opinion holds', () => {
  it('are its own paragraphs, as they stood on the page', () => {
    const holds = holderOf(opinion('Short one.', 'Another one.'));
    expect(holds(aBlock(0, 'Short one.'))).toBe(true);
    expect(holds(aBlock(0, 'Short'))).toBe(false);
    expect(holds(aBlock(0, 'mended', { raw: 'Another one.' }))).toBe(true);
    expect(holds(aBlock(0, 'Another one.', { raw: 'other' }))).toBe(false);
  });

  it('are parts of them too, when they are longer than thirty characters, and across no two of them', () => {
    const holds = holderOf(opinion(`${'a'.repeat(40)} end`, 'b'.repeat(40)));
    expect(holds(aBlock(0, 'a'.repeat(31)))).toBe(true);
    expect(holds(aBlock(0, 'a'.repeat(30)))).toBe(false);
    expect(holds(aBlock(0, `end${'b'.repeat(40)}`))).toBe(false);
  });
});

describe('an opinion of another part of the page', () => {
  const body = labelled(['body', 49], ['body', 51], ['ui.share', 400]);

  it('has less than half of a body of which the model is partly sure', () => {
    const first = ({ index }: Block) => index === 0;
    const second = ({ index }: Block) => index !== 0;
    expect(isOfAnotherPart(body, [0.9, 0.5, 0], first)).toBe(true);
    expect(isOfAnotherPart(body, [0.9, 0.5, 0], second)).toBe(false);
    expect(isOfAnotherPart(labelled(['body', 50], ['body', 50]), [1, 1], first)).toBe(false);
  });

  it('is none where the model is sure of nothing in the body', () => {
    expect(isOfAnotherPart(body, [0.89, 0.5, 1], none)).toBe(false);
    expect(isOfAnotherPart(body, [], none)).toBe(false);
  });
});

describe('scores after a second opinion', () => {
  const blocks = [0, 1, 2].map((index) => aBlock(index, words(20)));

  it('turn between 0.27 and 0.73, and overrule nothing that the model is sure of', () => {
    const inside = settledScores(blocks, [0.5, 0.27, 0.26], all);
    expect(inside[0]).toBeCloseTo(Math.E / (1 + Math.E), 12);
    expect(inside.map((score) => score > 0.5)).toEqual([true, true, false]);
    const outside = settledScores(blocks, [0.5, 0.73, 0.74], none);
    expect(outside[0]).toBeCloseTo(1 / (1 + Math.E), 12);
    expect(outside.map((score) => score > 0.5)).toEqual([false, false, true]);
    expect(settledScores(blocks, [0, 1, 0.999], none).slice(0, 2)).toEqual([0, 1]);
    expect(settledScores(blocks, [0, 1], all)).toEqual([0, 1, 0]);
  });

  it('are those of the blocks by their places in the page', () => {
    const [last] = settledScores([aBlock(2, 'x')], [0, 0, 1], none);
    expect(last).toBe(1);
  });

  it('are the word of the opinion where the model finds no body', () => {
    const first = ({ index }: Block) => index < 2;
    expect(givenScores(blocks, [0.1, 0.8, 0.9], first)).toEqual([0.6, 0.8, 0]);
    expect(givenScores(blocks, [], all)).toEqual([0.6, 0.6, 0.6]);
  });

  it('are those of the prose that comes nearest where nobody finds one', () => {
    expect(nearestScores(blocks, [0.2, 0.1, 0.09])).toEqual([0.6, 0.6, 0]);
    expect(nearestScores([aBlock(0, 'a line'), aBlock(1, words(12))], [0.9, 0.1])).toEqual([0, 0.6]);
    expect(nearestScores(blocks, [])).toEqual([0, 0, 0]);
    expect(nearestScores([], [])).toEqual([]);
  });
});
