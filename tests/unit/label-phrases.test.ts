/** Phrase tables: found whatever case and punctuation a page uses, fast on hostile lines, and kept in the form that is looked up. */
import { describe, expect, it } from 'vitest';
import { fold, foldInside, withoutQuotes } from '../../shared/core/label/fold.ts';
import { countAppeal, findPhrase, phraseInside } from '../../shared/core/label/phrases.ts';
import { LABELS } from '../../shared/core/label.ts';
import { PHRASE_TABLES } from '../../shared/core/tables/phrases/all.ts';

const find = (line: string) => findPhrase(fold(line), foldInside(line));

describe('a line of furniture', () => {
  it.each([
    ['» Comments «', 'ui.comments', 'whole'],
    ['1,204 Comments', 'ui.comments', 'whole'],
    ['SIGN UP FOR OUR newsletters today', 'promo.newsletter', 'start'],
    ['You’re reading? Don’t miss: The bridge', null, null],
    ['Don’t miss: The bridge', 'related.item', 'start'],
    ['Kommentare (12)', 'ui.comments', 'whole'],
    ['À lire aussi : le pont', 'related.item', 'start'],
    ['関連記事', 'related.heading', 'whole'],
    ['저작권자 © 벨 신문', 'footer.legal', 'start'],
    ['جميع الحقوق محفوظة', 'footer.legal', 'whole'],
  ])('is known: %s', (line, label, place) => {
    const hit = find(line);
    expect([hit?.label ?? null, hit?.place ?? null]).toEqual([label, place]);
  });
  it('is not seen in a longer word', () => {
    expect(find('Sharecroppers of Vell')).toBeNull();
    expect(find('Relatedness theories')).toBeNull();
  });
  it('is found inside a line by its longest phrase', () => {
    expect(phraseInside(fold('It comes straight to your inbox, every day'))?.phrase).toBe('to your inbox');
  });
});

describe('the count of an appeal', () => {
  it('leaves out what is quoted', () => {
    expect(countAppeal(foldInside(withoutQuotes('“Your donation helps us,” she said.')))).toEqual({
      strong: 0,
      cues: 0,
      address: false,
    });
  });
  it('sees who is addressed only in whole words', () => {
    expect(countAppeal('the hour was late and the museum was closed').address).toBe(false);
    expect(countAppeal('we need it').address).toBe(true);
  });
});

describe('the tables', () => {
  const lists = PHRASE_TABLES.flatMap(({ language, whole, starts, inside }) =>
    [...whole, ...starts, ...inside].map((list) => ({ language, ...list })),
  );
  it('cover the languages that are promised', () => {
    const languages = new Set(PHRASE_TABLES.map((table) => table.language));
    for (const language of ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'ru', 'tr', 'ja', 'ko', 'zh', 'ar']) {
      expect(languages).toContain(language);
    }
  });
  it('use labels that exist, and lower case', () => {
    for (const { label, phrases } of lists) {
      expect(LABELS).toContain(label);
      for (const phrase of phrases) expect(phrase).toBe(phrase.toLowerCase());
    }
  });
  it('never call anything body', () => {
    expect(lists.filter(({ label }) => label.startsWith('body'))).toEqual([]);
  });
});

describe('hostile lines', () => {
  it.each([
    ['blanks', ' '.repeat(200_000)],
    ['quotes', '"“„«'.repeat(50_000)],
    ['digits', '1.2,'.repeat(50_000)],
    ['one word', 'share '.repeat(40_000)],
    ['brackets', '('.repeat(100_000)],
  ])('of %s are read in one pass', (_, line) => {
    const began = performance.now();
    const folded = fold(withoutQuotes(line));
    findPhrase(folded, foldInside(line));
    countAppeal(folded);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
