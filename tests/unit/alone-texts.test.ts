/** What has no words, or is no article, is a story of its own, however many say the same. */
import { describe, expect, it } from 'vitest';
import { likeness } from '../../shared/core/copies/likeness.ts';
import { packPrint, unpackPrint } from '../../shared/core/copies/packed-print.ts';
import { candidateKeys, textPrint } from '../../shared/core/copies/text-print.ts';
import type { Article } from '../../shared/core/record.ts';
import { listArticles } from '../../shared/pipeline/query.ts';
import { findStory } from '../../shared/pipeline/query-story.ts';
import { anArticle } from '../../shared/testing/builders.ts';
import { memoryStore } from '../../shared/testing/memory-store.ts';

const WALL = 'We value your privacy. Please choose which cookies this site may keep on your device before you read on.';
const said = (text: string): Pick<Article, 'body'> => ({ body: text === '' ? [] : [{ text, role: 'p' }] });

async function storiesOfThree(of: (name: string) => Partial<Article>): Promise<readonly number[]> {
  const store = memoryStore({ read: async ({ text }) => anArticle(of(text)) });
  for (const name of ['one', 'two', 'three']) await store.deliver(store.bucket.put(`incoming/${name}.txt`, name));
  const { items } = await listArticles({ limit: 10, cursor: null }, store.query);
  const stories = await Promise.all(items.map(({ id }) => findStory(id, store.query.table)));
  return stories.map((story) => story?.members.length ?? 0);
}

describe('articles that have nothing to be known by', () => {
  it('are a story each when they have no words', async () => {
    expect(await storiesOfThree((name) => ({ headline: name, ...said('') }))).toEqual([1, 1, 1]);
  });

  it('are a story each when they are walls with the same words', async () => {
    expect(await storiesOfThree((name) => ({ headline: name, quality: ['not-an-article'], ...said(WALL) }))).toEqual([
      1, 1, 1,
    ]);
  });

  it('are one story when they are articles with the same words', async () => {
    expect(await storiesOfThree((name) => ({ headline: name, ...said(WALL) }))).toEqual([3, 3, 3]);
  });
});

describe('the print of no words', () => {
  it('is looked for under no key and like none, as made and as stored', () => {
    const made = textPrint([]);
    for (const print of [made, unpackPrint(packPrint(made))]) {
      expect(candidateKeys(print)).toEqual([]);
      expect(likeness(print, made)).toMatchObject({ same: false, relation: 'none' });
    }
  });
});
