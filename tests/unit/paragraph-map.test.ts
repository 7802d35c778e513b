import { describe, expect, it } from 'vitest';
import { alignParagraphs } from '../../shared/core/copies/paragraph-map.ts';
import { anArticle, misspelt } from './copies-builders.ts';

const text = anArticle(1, { paragraphs: 5 });
const [first = '', second = '', third = '', fourth = '', fifth = ''] = text;
const [other = ''] = anArticle(2, { paragraphs: 1 });

function drawn(a: readonly string[], b: readonly string[]): string {
  const { entries } = alignParagraphs(a, b);
  return entries
    .map(({ kind, inA, inB, moved }) => `${inA ?? '-'}${inB ?? '-'} ${kind}${moved ? ' moved' : ''}`)
    .join(', ');
}

describe('a map of paragraphs', () => {
  it('finds what stayed, came, went and was edited', () => {
    const [edited = ''] = misspelt([second]);
    expect(drawn(text, [first, other, edited, fourth, fifth])).toBe(
      '00 identical, -1 added, 12 edited, 2- dropped, 33 identical, 44 identical',
    );
  });

  it('calls only the paragraph moved that was', () => {
    expect(drawn(text, [fifth, first, second, third, fourth])).toBe(
      '40 identical moved, 01 identical, 12 identical, 23 identical, 34 identical',
    );
  });

  it('gives equal paragraphs a partner each', () => {
    expect(drawn(['* * *', first, '* * *'], ['* * *', first, '* * *'])).toBe(
      '00 identical, 11 identical, 22 identical',
    );
    expect(drawn(['* * *'], ['* * *', '* * *'])).toBe('00 identical, -1 added');
  });

  it('says in per cent how much of each the other has', () => {
    expect(alignParagraphs(text, text.slice(0, 2))).toMatchObject({ coverageA: 40, coverageB: 100 });
    expect(alignParagraphs(text, [other])).toMatchObject({ coverageA: 0, coverageB: 0 });
    expect(alignParagraphs([], [])).toEqual({ entries: [], coverageA: 0, coverageB: 0 });
  });

  it('has every paragraph of both once', () => {
    const { entries } = alignParagraphs(text, [fourth, other, second, 'New.', fifth]);
    expect(entries.flatMap(({ inA }) => (inA === null ? [] : [inA])).sort()).toEqual([0, 1, 2, 3, 4]);
    expect(entries.flatMap(({ inB }) => (inB === null ? [] : [inB]))).toEqual([0, 1, 2, 3, 4]);
  });

  it('ends soon for giants', () => {
    const giant = anArticle(3, { paragraphs: 2_000 });
    expect(alignParagraphs(giant, [...giant].reverse()).entries).toHaveLength(2_000);
    const same = Array<string>(5_000).fill(first);
    expect(alignParagraphs(same, same).coverageA).toBe(100);
  });
});
