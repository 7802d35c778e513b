/** A date beside an older copy that is the same text but for a slip: whoever asks is told the same, in either order of arrival. */
import { beforeAll, describe, expect, it } from 'vitest';
import { EVERYTHING } from '../../shared/core/article-filter.ts';
import { selectArticles } from '../../shared/pipeline/query-articles.ts';
import { findStory } from '../../shared/pipeline/query-story.ts';
import { storyPage } from '../../shared/pipeline/story-page.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { type MemoryStore, memoryStore } from '../../shared/testing/memory-store.ts';
import { anArticle } from './copies-builders.ts';

const text = anArticle(1);
const withSlip = (place: number) =>
  text.map((paragraph, at) => (at === place ? paragraph.replace('The ', 'Teh ') : paragraph));
const refigured = text.map((paragraph, at) => (at === 3 ? paragraph.replace(/\d+/, '12345') : paragraph));
const page = (published: string, paragraphs: readonly string[]) =>
  ['Harbour', `published: ${published}T08:00:00.000Z`, ...paragraphs].join('\n');

/** The old text, a copy with a slip, one with another figure, one cut in half: all but the first over a month younger. */
const FILES = [
  ['old', page('2025-01-10', text)],
  ['slip', page('2025-05-02', withSlip(3))],
  ['figure', page('2025-05-03', refigured)],
  ['half', page('2025-05-04', text.slice(0, 4))],
  ['soon', page('2025-01-20', withSlip(5))],
] as const;

describe.each([
  ['as they came', [...FILES]],
  ['backwards', [...FILES].reverse()],
])('articles delivered %s', (_, files) => {
  let store: MemoryStore;
  const select = async (dateStatus: 'disputed' | 'stated') =>
    (await selectArticles({ ...EVERYTHING, dateStatus }, { limit: 10, cursor: null }, store.query)).items;

  beforeAll(async () => {
    store = memoryStore(lineReader);
    for (const [name, content] of files) await store.deliver(store.bucket.put(`incoming/${name}`, content));
  });

  it('have their date disputed by an older text that is theirs but for a slip, in lists and records', async () => {
    const [only, ...rest] = await select('disputed');
    expect(rest).toEqual([]);
    expect(only).toMatchObject({
      source: { key: 'incoming/slip' },
      published: { status: 'disputed' },
      effectiveDate: { utc: '2025-01-10T08:00:00.000Z', basis: 'earliest-copy' },
      copyOf: { relation: 'identical' },
    });
    expect((await select('stated')).length).toBe(4);
  });

  it('are doubted in the story as well', async () => {
    const [only] = await select('disputed');
    const id = only?.id ?? '';
    const story = await findStory(id, store.table);
    const shown = await storyPage(id, { limit: 10, cursor: null }, { table: store.table, feeds: store.query.feeds });
    for (const members of [story?.members, shown?.items]) {
      expect(members?.length).toBe(5);
      expect(members?.filter(({ disputed }) => disputed).map(({ articleId }) => articleId)).toEqual([id]);
    }
  });
});
