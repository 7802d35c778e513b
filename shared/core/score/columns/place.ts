/** Where a block stands in the page, and whether its text stands there more than once. Facts come in, columns go out. */
import { type Columns, column, log, ratio } from '../columns.ts';
import { type Facts, total } from '../facts.ts';

export function placeColumns(columns: Columns, facts: Facts): void {
  const { size, words } = facts;
  const pageWords = total(words);
  const proseWords = total(facts.prose);
  column(columns, 'page.blocks', size, () => log(size));
  column(columns, 'page.words', size, () => log(pageWords));
  column(columns, 'page.prose', size, () => ratio(proseWords, pageWords));
  column(columns, 'place.index', size, (i) => log(i));
  column(columns, 'place.fromEnd', size, (i) => log(size - 1 - i));
  column(columns, 'place.share', size, (i) => i / size);
  let before = 0;
  column(columns, 'place.wordsBefore', size, (i) => {
    const share = ratio(before, pageWords);
    before += words[i] ?? 0;
    return share;
  });
  let prose = 0;
  column(columns, 'place.proseBefore', size, (i) => {
    const share = ratio(prose, proseWords);
    prose += facts.prose[i] ?? 0;
    return share;
  });
  repeatColumns(facts, columns);
}

/** Teasers repeat the beginning of what they tease. */
const PREFIX_CHARS = 40;

function repeatColumns(facts: Facts, columns: Columns): void {
  const prefixes = new Map<string, number>();
  const prefixOf = (text: string) => text.slice(0, PREFIX_CHARS);
  for (const { text } of facts.blocks) {
    if (text.length >= PREFIX_CHARS) prefixes.set(prefixOf(text), (prefixes.get(prefixOf(text)) ?? 0) + 1);
  }
  const textAt = (i: number) => facts.blocks[i]?.text ?? '';
  column(columns, 'repeat.count', facts.size, (i) => facts.repeats[i] ?? 0);
  column(columns, 'repeat.prefix', facts.size, (i) => Math.min(5, prefixes.get(prefixOf(textAt(i))) ?? 0));
  const earlier = new Set<string>();
  column(columns, 'repeat.again', facts.size, (i) => {
    const again = earlier.has(textAt(i));
    earlier.add(textAt(i));
    return again ? 1 : 0;
  });
}
