/** A slip of the keyboard, told from another word; and what a diff of words says. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMisspelling } from '../../shared/core/copies/misspelling.ts';
import { isTypingError } from '../../shared/core/copies/typing-error.ts';
import { type DiffPiece, wordDiff } from '../../shared/core/copies/word-diff.ts';

const slips: readonly (readonly [string, string])[] = [
  ['harbour', 'Harbour'],
  ['cafe', 'café'],
  ['the', 'teh'],
  ['Westhaven', 'Wetshaven'],
  ['definitely', 'definately'],
  ['trading', 'troding'],
  ['letter', 'leter'],
  ['accommodation', 'accomodation'],
  ['government', 'goverment'],
];
const others: readonly (readonly [string, string])[] = [
  ['to', 'ot'],
  ['abc', 'cba'],
  ['bred', 'breed'],
  ['adapt', 'adopt'],
  ['editors', 'aditors'],
  ['formula', 'formule'],
  ['trading', 'trasing'],
  ['trading', 'trodong'],
  ['Trading', 'Troding'],
  ['billion', 'million'],
  ['country', 'county'],
  ['Goverment', 'Government'],
  ['agovernment', 'government'],
  ['governments', 'government'],
  ['governmental', 'government'],
  ['gxovernmant', 'government'],
  ['harbour', 'bay'],
];

describe('a word that is another one, misspelt', () => {
  it.each(slips)('is %s for %s, either way', (one, other) => {
    expect([isMisspelling(one, other), isMisspelling(other, one)]).toEqual([true, true]);
  });

  it.each(others)('is not %s for %s, either way', (one, other) => {
    expect([isMisspelling(one, other), isMisspelling(other, one)]).toEqual([false, false]);
  });

  it('is no word of more than 64 letters', () => {
    const long = `${'ab'.repeat(31)}xy`;
    expect(isMisspelling(long, `${'ab'.repeat(31)}yx`)).toBe(true);
    expect(isMisspelling(`a${long}`, `a${'ab'.repeat(31)}yx`)).toBe(false);
    expect(isMisspelling(`a${long}`, `a${long}`)).toBe(true);
  });

  it('is doubled in a name too, and has another letter in no name', () => {
    expect(isMisspelling('Philippa', 'Phillippa')).toBe(true);
    expect(isMisspelling('Wilhelmsens', 'Wilhelmens')).toBe(false);
    expect(isMisspelling('wilhelmsens', 'wilhelmens')).toBe(true);
  });
});

const piece = (kind: DiffPiece['kind'], text: string): DiffPiece => ({ kind, text });

describe('a diff of words', () => {
  it('says what stayed, went and came, in order', () => {
    expect(wordDiff('The ferry sank on Monday.', 'The old ferry sank on Tuesday.')).toEqual([
      piece('same', 'The '),
      piece('added', 'old '),
      piece('same', 'ferry sank on '),
      piece('removed', 'Monday'),
      piece('added', 'Tuesday'),
      piece('same', '.'),
    ]);
    expect(wordDiff('', '')).toEqual([]);
    expect(wordDiff('gone', '')).toEqual([piece('removed', 'gone')]);
    expect(wordDiff('', 'come')).toEqual([piece('added', 'come')]);
    expect(wordDiff('a b', 'a b')).toEqual([piece('same', 'a b')]);
  });

  it('takes words alike for the same that a reader reads alike, as the new text has them', () => {
    expect(wordDiff('“Quay”', '"QUAY"')).toEqual([piece('same', '"QUAY"')]);
  });

  it('keeps as many words as it can', () => {
    expect(wordDiff('a x b y c', 'a b c').filter(({ kind }) => kind === 'added')).toEqual([]);
    expect(wordDiff('one two three four', 'zero two three five').filter(({ kind }) => kind === 'same')).toEqual([
      piece('same', ' two three '),
    ]);
  });

  it('cuts scripts without blanks by characters, and signs by themselves', () => {
    expect(wordDiff('東京で雨', '東京で雪')).toEqual([
      ...[piece('same', '東京で'), piece('removed', '雨'), piece('added', '雪')],
    ]);
    expect(wordDiff('yes.', 'yes!')).toEqual([piece('same', 'yes'), piece('removed', '.'), piece('added', '!')]);
  });

  it('shows the middle as replaced where it is too long to be compared', () => {
    const long = (word: string) => Array.from({ length: 300 }, (_, at) => `${word}${at} shared`).join(' ');
    const diff = wordDiff(`First ${long('a')} last`, `First ${long('b')} last`);
    expect(diff.map(({ kind }) => kind)).toEqual(['same', 'removed', 'added', 'same']);
  });

  it('gives both texts back, whatever they are', () => {
    const text = fc.array(fc.constantFrom('harbour', 'fire', 'Quay', '27', '.', '雨'), { maxLength: 14 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [before, after] = [one.join(' '), other.join(' ')];
        const diff = wordDiff(before, after);
        const without = (kind: DiffPiece['kind']) =>
          diff.flatMap((part) => (part.kind === kind ? [] : [part.text])).join('');
        expect(without('removed')).toBe(after);
        expect(without('added').toLowerCase()).toBe(before.toLowerCase());
        for (const [at, { kind }] of diff.entries()) expect(kind).not.toBe(diff[at + 1]?.kind);
      }),
    );
  });
});

describe('a change of letters and signs alone', () => {
  const isTypo = (before: string, after: string) => isTypingError(wordDiff(before, after));

  it.each([
    ['The quay, he said.', 'The quay he said'],
    ['The quay and the bay', 'The quay a nd the bay'],
    ['Teh quay', 'The quay'],
    ['The goverment and its accomodation', 'The government and its accommodation'],
    ['The same', 'The same'],
  ])('is one from “%s” to “%s”', (before, after) => {
    expect(isTypo(before, after)).toBe(true);
    expect(isTypo(after, before)).toBe(true);
  });

  it.each([
    ['The quay', 'The bay'],
    ['The old quay', 'The quay'],
    ['with 15 people', 'with 16 people'],
    ['for 5 €', 'for 5 $'],
    ['some 5%', 'some 5'],
    ['Teh quay of old', 'The quay of new'],
    ['old teh quay', 'new the quay'],
  ])('is none from “%s” to “%s”', (before, after) => {
    expect(isTypo(before, after)).toBe(false);
    expect(isTypo(after, before)).toBe(false);
  });
});
