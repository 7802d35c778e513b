import { describe, expect, it } from 'vitest';
import { alignBlocks } from '../../bench/train/align.ts';
import { siteOf } from '../../bench/train/data.ts';

const ONE = 'The harbour master of Halden said on Tuesday that the old lighthouse would be lit again.';
const TWO = 'Workers have replaced two of its four lamps and the town council will pay for the others.';
const THREE = 'Fishermen had complained for months because three boats touched the rocks below the tower.';

const labelsOf = (blocks: readonly string[], body: string) => [
  ...alignBlocks(blocks, { body, title: null, inside: [], outside: [] }).labels,
];

describe('aligning a true body with the blocks of its page', () => {
  it('finds its paragraphs among the rest', () => {
    expect(labelsOf(['Home News Sport', ONE, 'Share this', TWO, 'About us'], `${ONE}\n${TWO}`)).toEqual([
      0, 1, 0, 1, 0,
    ]);
  });

  it('finds short lines by what stands around them', () => {
    const table = ['1', 'Halden', '30', '2', 'Moss', '28'];
    expect(labelsOf(['Menu', ...table, 'More'], table.join(' '))).toEqual([0, 1, 1, 1, 1, 1, 1, 0]);
  });

  it('takes the first of two copies', () => {
    expect(labelsOf([ONE, TWO, ONE], `${ONE}\n${TWO}`)).toEqual([1, 1, 0]);
  });

  it('says nothing of what follows a truth that breaks off in the middle of a paragraph', () => {
    const broken = `${ONE}\n${TWO.slice(0, TWO.indexOf(' will pay'))}`;
    expect(labelsOf([ONE, TWO, THREE], broken)).toEqual([1, 1, -1]);
  });

  it('knows only the judged segments where no body is given', () => {
    const truth = { body: null, title: null, inside: ['old lighthouse'], outside: ['About'] };
    expect([...alignBlocks([ONE, TWO, 'About us'], truth).labels]).toEqual([1, -1, 0]);
  });
});

describe('the site of an address', () => {
  it.each([
    ['https://www.example.com/a', 'example'],
    ['https://news.example.co.uk/a', 'example'],
  ])('%s is %s', (url, site) => {
    expect(siteOf(url)).toBe(site);
  });
});
