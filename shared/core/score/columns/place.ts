/** Where a block stands in the page, and whether its text stands there more than once. Facts come in, columns go out. */
import { type Columns, column, givenColumn, log, ratio } from '../columns.ts';
import { type Facts, total } from '../facts.ts';

export function placeColumns(columns: Columns, facts: Facts): void {
  const { size, words } = facts;
  const pageWords = total(words);
  const proseWords = total(facts.prose);
  columns.room('page.blocks', size)?.fill(log(size));
  columns.room('page.words', size)?.fill(log(pageWords));
  columns.room('page.prose', size)?.fill(ratio(proseWords, pageWords));
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
  givenColumn(columns, 'repeat.count', facts.repeats);
  const again = columns.room('repeat.again', facts.size);
  if (again !== null) for (let i = 0; i < facts.size; i += 1) again[i] = facts.firsts[i] === i ? 0 : 1;
  const prefix = columns.room('repeat.prefix', facts.size);
  if (prefix === null) return;
  const counts = new Map<string, number>();
  const prefixes = facts.blocks.map(({ text }) => (text.length < PREFIX_CHARS ? '' : text.slice(0, PREFIX_CHARS)));
  for (const start of prefixes) if (start !== '') counts.set(start, (counts.get(start) ?? 0) + 1);
  for (let i = 0; i < facts.size; i += 1) prefix[i] = Math.min(5, counts.get(prefixes[i] ?? '') ?? 0);
}
