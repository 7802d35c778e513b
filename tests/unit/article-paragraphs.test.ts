import { describe, expect, it } from 'vitest';
import { articleParagraphs } from '../../shared/core/copies/article-paragraphs.ts';

const news = 'The council of Port Hask voted on Monday to rebuild the old harbour wall before the winter storms.';

describe('the paragraphs of an article that was extracted elsewhere', () => {
  it.each([
    ['a whole line of furniture', 'Skip to content'],
    ['a label before a colon', 'Share this: Click to share on Chirp (Opens in new window)'],
    ['an appeal', 'Your support makes all the difference. Subscribe to our newsroom and support our journalism.'],
  ])('leave out %s', (_, line) => {
    expect(articleParagraphs([news, line, news])).toEqual([news, news]);
  });

  it('keep what somebody says', () => {
    const said = '“Sign up for our newsletter,” she told the crowd in the market hall.';
    expect(articleParagraphs([said])).toEqual([said]);
  });

  it('undo mojibake and drop empty lines', () => {
    expect(articleParagraphs(['', 'The mayorâ€™s harbour', '  '])).toEqual(['The mayor’s harbour']);
  });
});
