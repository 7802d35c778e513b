import { describe, expect, it } from 'vitest';
import type { ExplainedLine } from '../../shared/core/explain.ts';
import type { Label } from '../../shared/core/label.ts';
import { MOST_REPEATED, profileOf, type ReadPage, repeatedLines } from '../../shared/core/repeated-lines.ts';

function page(story: string, lines: readonly (readonly [Label, string])[]): ReadPage {
  return {
    story,
    lines: lines.map(
      ([label, text], at): ExplainedLine => ({
        line: at + 1,
        label,
        raw: null,
        pieces: [{ text, label, rule: 'test.rule', why: 'Because.' }],
      }),
    ),
  };
}

const SIGN_UP = 'Sign up for the harbour letter, every morning at six';

describe('a line that an outlet repeats', () => {
  it('is told when three stories share it, with the stories in whose text it stayed', () => {
    const pages = [
      page('a', [['promo.newsletter', SIGN_UP]]),
      page('b', [['body', SIGN_UP]]),
      page('c', [
        ['promo.newsletter', SIGN_UP],
        ['body', 'Only here.'],
      ]),
    ];
    expect(repeatedLines(pages)).toEqual([{ text: SIGN_UP, label: 'promo.newsletter', stories: 3, inBody: 1 }]);
    expect(repeatedLines(pages.slice(1))).toEqual([]);
  });

  it('is the same line whatever its case, its numbers and the signs around it', () => {
    const lines = ['12 Comments', '» 1,204 comments', '3 comments:'];
    const pages = lines.map((text, at) => page(`story ${at}`, [['ui.counter', text]]));
    expect(repeatedLines(pages)).toEqual([{ text: '12 Comments', label: 'ui.counter', stories: 3, inBody: 0 }]);
  });

  it('is no sentence of the text that comes back with other figures: a template is not boilerplate', () => {
    const pages = [5, 7, 9].map((force) =>
      page(`day ${force}`, [['body', `The wind blew with force ${force} over the harbour all day.`]]),
    );
    expect(repeatedLines(pages)).toEqual([]);
    const desk = 'Have you seen something? Ring our desk on 5550.';
    const same = ['a', 'b', 'c'].map((story) => page(story, [['body', desk]]));
    expect(profileOf(repeatedLines(same)).boilerplate).toEqual([desk]);
  });

  it('is no line that copies of one story share, nor one that stands thrice on one page', () => {
    const copies = Array.from({ length: 5 }, () => page('one', [['body', 'The ferry was towed in on Tuesday night.']]));
    const thrice = page(
      'two',
      Array.from({ length: 3 }, () => ['ui.share', 'Share'] as const),
    );
    expect(repeatedLines([...copies, thrice])).toEqual([]);
  });

  it('stands on a tenth of the stories at least', () => {
    const pages = Array.from({ length: 40 }, (_, at) => page(`s${at}`, at < 3 ? [['ui.label', 'Live']] : []));
    expect(repeatedLines(pages)).toEqual([]);
    expect(repeatedLines(pages.slice(0, 30))).toHaveLength(1);
  });

  it('comes out in one order, whichever page comes first, and never without end', () => {
    const lines = Array.from(
      { length: MOST_REPEATED + 50 },
      (_, at) => ['nav.menu', `Section ${'x'.repeat(at + 1)}`] as const,
    );
    const pages = ['c', 'a', 'b'].map((story) => page(story, lines));
    const told = repeatedLines(pages);
    expect(told).toHaveLength(MOST_REPEATED);
    expect(repeatedLines([...pages].reverse())).toEqual(told);
  });
});

describe('the profile of an outlet', () => {
  it('drops furniture and whole sentences, and leaves names, captions and short headings alone', () => {
    const lines: readonly (readonly [Label, string])[] = [
      ['promo.newsletter', SIGN_UP],
      ['body', 'Have you seen something? Write to our desk.'],
      ['body.heading', 'What we know'],
      ['meta.byline', 'By Ada Quill and the harbour desk of Lindvik'],
      ['media.credit', 'Photograph: Per Lindal of the harbour desk, Lindvik'],
    ];
    const told = repeatedLines(['a', 'b', 'c'].map((story) => page(story, lines)));
    expect(told).toHaveLength(5);
    expect([...profileOf(told).boilerplate].sort()).toEqual(['Have you seen something? Write to our desk.', SIGN_UP]);
  });
});
