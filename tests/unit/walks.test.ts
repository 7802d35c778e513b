/** Walks over characters and gates of bits, which stand for patterns and look-ups: on any text they say what the plain way says. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordCount } from '../../shared/core/fields/body.ts';
import { mayBeCredit } from '../../shared/core/label/credit-gate.ts';
import { CREDIT_WORDS } from '../../shared/core/label/gate-words.ts';
import { newTerms } from '../../shared/core/label/headline-terms.ts';
import { OPENING, openingWord } from '../../shared/core/label/opening.ts';
import { gated, phraseIndex, phrasesAt } from '../../shared/core/label/phrase-index.ts';
import { mayBeWhole, wholeGateOf } from '../../shared/core/label/whole-gate.ts';
import { WORD } from '../../shared/core/label/word.ts';
import { mayBeOnlyDate } from '../../shared/core/read/date-gate.ts';
import { dateItems } from '../../shared/core/read/date-items.ts';
import { dateTokens } from '../../shared/core/read/date-tokens.ts';
import { gateOf, mayBegin, mayOpen, plainGateOf } from '../../shared/core/read/gate.ts';
import { KIND, kindOf } from '../../shared/core/read/letters.ts';
import { tokenize } from '../../shared/core/read/tokens.ts';
import {
  FILLERS,
  MONTH_NAMES,
  ROLE_WORDS,
  UNITS,
  WEEKDAY_NAMES,
  ZONE_NAMES,
} from '../../shared/core/read/vocabulary.ts';
import { ENDING, endingOf } from '../../shared/core/score/ending.ts';

const RUNS = { numRuns: 2_000, seed: 20_261_127 } as const;
/** Whatever makes walks stumble: apostrophes, marks, signs beyond the plane, blanks of all kinds, digits of two scripts. */
const char = fc.constantFrom(
  ...'abemtsdABEÉéß ..,:-–’\'"“(#@$€£¥©0129٣中日사あ\u0301\u00a0\u2009\t',
  '📷',
  '𝒜',
  '\ud83d',
  'http',
  'www.',
);
const anyText = fc.array(char, { maxLength: 60 }).map((chars) => chars.join(''));

describe('a character', () => {
  it('is what Unicode says it is', () => {
    const wrong = Array.from({ length: 0x1_0000 }, (_, code) => code).filter((code) => {
      const char = String.fromCharCode(code);
      if (code >= 0xd800 && code <= 0xdfff) return kindOf(code) !== KIND.half;
      const kinds = [/\p{L}/u.test(char), /\p{M}/u.test(char), /\p{N}/u.test(char), /\s/u.test(char)];
      const kind = [KIND.letter, KIND.mark, KIND.number, KIND.blank].find((_, at) => kinds[at] === true);
      return kindOf(code) !== (kind ?? KIND.other);
    });
    expect(wrong).toEqual([]);
  });
});

describe('a gate', () => {
  const phrases = fc.array(
    anyText.filter((text) => text !== ''),
    { minLength: 1, maxLength: 8 },
  );
  it('never says no where a phrase begins', () => {
    fc.assert(
      fc.property(phrases, anyText, anyText, (list, before, after) => {
        const gate = gateOf(list);
        for (const phrase of list) expect(mayBegin(gate, before + phrase + after, before.length)).toBe(true);
      }),
      RUNS,
    );
  });
  it('never says no to a line that begins so once it is folded', () => {
    const words = fc.constantFrom('embargoed until', 'Sperrfrist:', 'eds:', 'note aux rédactions:');
    fc.assert(
      fc.property(words, anyText, fc.boolean(), (word, rest, shouts) => {
        const line = (shouts ? word.toUpperCase() : word) + rest;
        expect(mayOpen(plainGateOf([word.toLowerCase()]), line.normalize('NFC'), 0)).toBe(true);
      }),
      RUNS,
    );
  });
  it('says no to nearly all else', () => {
    const gate = gateOf(['comments', 'share this', 'sign up']);
    expect(['The river rose', 'Police said', 'A man was', '2024'].filter((line) => mayOpen(gate, line, 0))).toEqual([]);
  });
});

describe('a gate for whole lines', () => {
  it('never says no to a phrase of its table, nor to one that a line begins with', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 8 }), anyText, (list, rest) => {
        const gate = wholeGateOf(list);
        for (const phrase of list) expect(mayBeWhole(gate, phrase + rest, phrase.length)).toBe(true);
      }),
      RUNS,
    );
  });
  it('says no to nearly all else', () => {
    const gate = wholeGateOf(['comments', 'share', 'sign up']);
    const lines = ['the river', 'shores', 'police', 'comment', 'signal'];
    expect(lines.filter((line) => mayBeWhole(gate, line, line.length))).toEqual([]);
  });
});

describe('phrases at a place', () => {
  const index = ['we', 'us', 'be', 'bet', 'best', '日本', 'ab', '中日'].map((phrase) => ({ phrase }));
  it('are all that stand there', () => {
    const found = gated(phraseIndex(index));
    fc.assert(
      fc.property(anyText, fc.nat(59), (text, at) => {
        const plain = index.filter(({ phrase }) => text.startsWith(phrase, at)).map(({ phrase }) => phrase);
        expect(
          phrasesAt(found, text, at)
            .map(({ phrase }) => phrase)
            .toSorted(),
        ).toEqual(plain.toSorted());
      }),
      RUNS,
    );
  });
});

describe('a walk', () => {
  it('finds the first word that the pattern finds', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(openingWord(text)).toBe(OPENING.exec(text)?.[2]);
      }),
      RUNS,
    );
  });
  it('finds the tokens of a Latin line that the pattern finds', () => {
    // A character of another script leaves the whole line to the pattern.
    const slowly = (text: string) => tokenize(`${text} 中`, new Set()).slice(0, -1);
    fc.assert(
      fc.property(anyText, (text) => {
        expect(tokenize(text, new Set())).toEqual(slowly(text));
      }),
      RUNS,
    );
  });
  it('counts the words that the pattern counts', () => {
    const latin = anyText.map((text) => text.replaceAll(/[^\0-\u0dff\u2000-\u20ff]/g, 'x'));
    fc.assert(
      fc.property(latin, (text) => {
        expect(wordCount(text)).toBe(text.match(/\S+/g)?.length ?? 0);
      }),
      RUNS,
    );
  });
  it('lets every line through that has a word of credits', () => {
    const words = fc.oneof(anyText, fc.constantFrom(...CREDIT_WORDS));
    fc.assert(
      fc.property(words, words, fc.constantFrom(' ', '', '/'), (one, other, between) => {
        const text = one + between + other;
        const plain =
          text.includes('©') ||
          /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(text) ||
          (text.toLowerCase().match(WORD) ?? []).some((word) => CREDIT_WORDS.has(word));
        expect(mayBeCredit(text)).toBe(plain);
      }),
      RUNS,
    );
  });
  it('sees in a line what the patterns see', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const flags = endingOf(text);
        const edge = text.slice(0, 240);
        const seen = (flag: number) => (flags & flag) !== 0;
        expect([seen(ENDING.clock), seen(ENDING.year)]).toEqual([/\d:\d\d/.test(edge), /(?:19|20)\d\d/.test(edge)]);
        expect([seen(ENDING.money), seen(ENDING.hash)]).toEqual([/[$€£¥]/.test(edge), edge.includes('#')]);
        expect([seen(ENDING.copyright), seen(ENDING.address)]).toEqual([edge.includes('©'), /@|http|www\./.test(edge)]);
      }),
      RUNS,
    );
  });
});

describe('the words of lines as numbers', () => {
  const unspaced = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
  const pairs = (word: string) => Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2));
  const plain = (text: string) =>
    new Set(
      (text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []).flatMap((word) => {
        if (unspaced.test(word)) return pairs(word);
        return word.length >= 4 || /\d/.test(word) ? [word] : [];
      }),
    );
  it('are as many, and as many shared, as the words themselves', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        const terms = newTerms();
        const [a, b] = [terms.of(one), terms.of(other)];
        expect([a.length, b.length]).toEqual([plain(one).size, plain(other).size]);
        expect(terms.shared(a, b)).toBe([...plain(one)].filter((term) => plain(other).has(term)).length);
        expect(new Set(terms.knownIn(`${one} ${other}`)).size).toBe(plain(`${one} ${other}`).size);
      }),
      RUNS,
    );
  });
});

describe('the gate of dates', () => {
  const tables = [MONTH_NAMES, WEEKDAY_NAMES, ROLE_WORDS, FILLERS, UNITS, ZONE_NAMES];
  const names = tables.flatMap((table) =>
    [...table.values()].flatMap((rows) => rows.map(({ keys }) => keys.join(' '))),
  );
  const piece = fc.oneof(
    fc.constantFrom(...names),
    fc.constantFrom('3', '14', '2024', '10:30', 'am', 'p.m.', 'Uhr', '3rd', 'T', 'the', 'de', '1er', 'GMT+2'),
    fc.constantFrom(', ', ' | ', '.', '-'),
  );
  it('never refuses a line that is nothing but a date', () => {
    const line = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(' '));
    fc.assert(
      fc.property(line, (text) => {
        const items = dateItems(dateTokens(text), { language: null }, true);
        if (items.every(({ kind }) => kind !== 'other')) expect(mayBeOnlyDate(text)).toBe(true);
      }),
      RUNS,
    );
  });
  it('refuses sentences', () => {
    expect(['On Tuesday the minister resigned', 'May 4 was cold'].filter(mayBeOnlyDate)).toEqual([]);
    expect(mayBeOnlyDate('Published Tuesday, 4 May 2021 at 10:30 am GMT')).toBe(true);
  });
});
