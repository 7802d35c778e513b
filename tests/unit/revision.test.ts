import { describe, expect, it } from 'vitest';
import { revisionClass, revisionOf } from '../../shared/core/copies/revision.ts';
import { wordDiff } from '../../shared/core/copies/word-diff.ts';
import { anArticle } from './copies-builders.ts';

const paragraphs = [
  'The ferry from Port Hask sank on Monday with 14 people on board.',
  ...anArticle(1, { paragraphs: 4 }),
];
const before = { headline: 'Ferry sinks off Port Hask', paragraphs };
const with_ = (first: string, headline = before.headline) => ({
  headline,
  paragraphs: [first, ...paragraphs.slice(1)],
});

const saying = (word: string) => with_(`The ferry from Port Hask had to do with ${word} of the people on board.`);
const classOfWord = (old: string, young: string) => revisionClass(saying(old), saying(young));

describe('a revision', () => {
  it.each([
    ['nothing that shows', with_('The ferry from Port Hask sank on Monday with 14 people on board.'), null],
    ['a misspelt word', with_('The ferry from Port Hask sank on Mondya with 14 people on board.'), 'typo'],
    ['a word cut in two', with_('The ferry from Port Hask sank on Mon day with 14 people on board.'), 'typo'],
    ['a comma', with_('The ferry, from Port Hask, sank on Monday with 14 people on board.'), 'typo'],
    ['a figure', with_('The ferry from Port Hask sank on Monday with 15 people on board.'), 'substantive'],
    ['another word', with_('The ferry from Port Hask sank on Sunday with 14 people on board.'), 'substantive'],
    ['a word left out', with_('The ferry from Port Hask sank with 14 people on board.'), 'substantive'],
    ['the headline', { ...before, headline: 'Fourteen missing after ferry sinks' }, 'headline'],
    ['the spelling of the headline', { ...before, headline: 'Ferry sinsk off Port Hask' }, 'typo'],
    [
      'a paragraph more',
      { ...before, paragraphs: [...paragraphs, 'Rescue work went on through the night.'] },
      'substantive',
    ],
    ['the order', { ...before, paragraphs: [...paragraphs].reverse() }, 'substantive'],
    ['most of it', { ...before, paragraphs: [paragraphs[0] ?? '', ...anArticle(2, { paragraphs: 6 })] }, 'rewrite'],
  ])('of %s has its class', (_, after, expected) => {
    expect(revisionClass(before, after)).toBe(expected);
  });

  it.each([
    ['Teh', 'The'],
    ['form', 'from'],
    ['recieved', 'received'],
    ['definately', 'definitely'],
    ['goverment', 'government'],
    ['occured', 'occurred'],
    ['Philipp', 'Philip'],
    ['правительсвто', 'правительство'],
    ['Munchen', 'München'],
  ])('that mends “%s” to “%s” is of letters alone, and so is taking it back', (wrong, right) => {
    expect(classOfWord(wrong, right)).toBe('typo');
    expect(classOfWord(right, wrong)).toBe('typo');
  });

  it.each([
    ['million', 'billion'],
    ['Iran', 'Iraq'],
    ['Johansen', 'Johanson'],
    ['Mali', 'Malawi'],
    ['protested', 'protected'],
    ['infected', 'injected'],
    ['county', 'country'],
    ['deceased', 'decreased'],
    ['adapt', 'adopt'],
    ['eight', 'eighth'],
    ['employer', 'employee'],
    ['no', 'on'],
    ['миллион', 'миллиард'],
    ['€', '$'],
    ['東', '西'],
  ])('that puts other letters for “%s”, as “%s”, says something else', (one, other) => {
    expect(classOfWord(one, other)).toBe('substantive');
    expect(classOfWord(other, one)).toBe('substantive');
  });

  it('shows word by word what was edited, in the order of the new version', () => {
    const revised = revisionOf(before, with_('The ferry from Port Hask sank on Monday with 15 people on board.'));
    expect(revised.paragraphs.map(({ kind }) => kind)).toEqual(['edited', ...Array(4).fill('identical')]);
    expect(revised.paragraphs[0]?.pieces).toEqual([
      { kind: 'same', text: 'The ferry from Port Hask sank on Monday with ' },
      { kind: 'removed', text: '14' },
      { kind: 'added', text: '15' },
      { kind: 'same', text: ' people on board.' },
    ]);
  });
});

describe('a diff of words', () => {
  it.each([
    ['a b c d', 'a x c'],
    ['', 'new'],
    ['old', ''],
    ['港は開いた。', '港は閉じた。'],
    ['one two three four five', 'five four three two one'],
  ])('of “%s” and “%s” gives both back', (old, young) => {
    const pieces = wordDiff(old, young);
    const text = (left: string) => pieces.flatMap((piece) => (piece.kind === left ? [] : [piece.text])).join('');
    expect([text('added'), text('removed')]).toEqual([old, young]);
  });

  it('shows a giant as replaced', () => {
    const [old, young] = [anArticle(1, { paragraphs: 90 }).join(' '), anArticle(2, { paragraphs: 90 }).join(' ')];
    expect(wordDiff(old, young).length).toBeLessThan(6);
  });
});
