/** Who had a text from whom, as the Copies screen and an article's own screen tell it. */
import { describe, expect, it } from 'vitest';
import { article } from '../../console/server/article.ts';
import { copies } from '../../console/server/copies.ts';
import type { CopiesMap } from '../../console/server/copy-shapes.ts';
import type { ArticleShown } from '../../console/server/shapes.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { memoryStore } from '../../shared/testing/memory-store.ts';

const NOW = '2026-07-01T00:00:00.000Z';
const words = (from: number, count = 90) => Array.from({ length: count }, (_, at) => `word${from + at}`).join(' ');
const TEXT = words(0);

/** Files of the reader of lines; ids in the order in which they were put. */
async function stored(...files: readonly string[]) {
  const { bucket, deliver, query } = memoryStore(lineReader);
  const ids: string[] = [];
  for (const [at, file] of files.entries()) {
    const { articleId } = await deliver(bucket.put(`incoming/${at}.txt`, file));
    ids.push(articleId ?? '');
  }
  return {
    ids,
    map: async (id: string): Promise<CopiesMap> => JSON.parse(String((await copies(id, query, NOW)).body)),
    shown: async (id: string): Promise<ArticleShown> => JSON.parse(String((await article(id, query, NOW)).body)),
  };
}
const dated = (name: string, day: string, text: string, more = '') =>
  `${name}\npublisher: ${name}\npublished: 2026-0${day}T10:00:00.000Z\n${more}${text}`;

describe('which way a text went', () => {
  it('is known by the agency that is credited, though another page of it is dated earlier', async () => {
    const { ids, map } = await stored(dated('Herald', '1-01', TEXT, 'agency: AP\n'), dated('AP', '1-02', TEXT));
    const { columns } = await map(ids[0] ?? '');
    const way = { basis: 'stated', provider: 'AP', from: 'column', isSource: true };
    expect(columns.map((one) => [one.publisher, one.way])).toEqual([
      ['Herald', null],
      ['AP', way],
    ]);
  });

  it('is unknown where nobody is credited and nobody dated', async () => {
    const { ids, map } = await stored(`One\n${TEXT}`, `Two\n${TEXT}`);
    const { columns, base } = await map(ids[1] ?? '');
    expect(columns[1 - base]?.way).toEqual({ basis: 'unknown', provider: null, from: null, isSource: false });
  });
});

describe('the columns', () => {
  it('have who was first among them, however many are listed before that nobody dates', async () => {
    const undated = Array.from({ length: 22 }, (_, at) => `Undated ${at}\n${TEXT}`);
    const { ids, map } = await stored(...undated, dated('First', '6-01', TEXT), dated('Last', '6-02', TEXT));
    const { columns, more, base } = await map(ids.at(-1) ?? '');
    expect([columns.length, more, columns[base]?.headline]).toEqual([20, 4, 'Last']);
    expect(columns.filter(({ first }) => first === 'yes').map(({ headline }) => headline)).toEqual(['First']);
  });

  it('know no hour where only a day is stated, and then cannot say who was first', async () => {
    const day = `Post\npublisher: Post\npublished: 2026-01-01\n${TEXT}`;
    const { ids, map } = await stored(dated('Herald', '1-01', TEXT), day, dated('Later', '1-05', TEXT));
    const { columns } = await map(ids[0] ?? '');
    expect(columns.map(({ publisher, at, first }) => [publisher, at, first]).sort()).toEqual([
      ['Herald', '2026-01-01T10:00:00.000Z', 'maybe'],
      ['Later', '2026-01-05T10:00:00.000Z', 'no'],
      ['Post', '2026-01-01', 'maybe'],
    ]);
  });

  it('of a story are compared with who was first, not with who is listed first', async () => {
    const { ids, map, shown } = await stored(`Undated\n${TEXT}`, dated('First', '6-01', TEXT));
    const { storyId } = await shown(ids[0] ?? '');
    const { columns, base } = await map(storyId ?? '');
    expect(columns.map(({ headline }) => headline)).toContain('Undated');
    expect(columns[base]?.headline).toBe('First');
  });
});

describe('an article that is a copy', () => {
  it('says of whom, by name', async () => {
    const { ids, shown } = await stored(dated('Herald', '1-01', TEXT), dated('Post', '1-02', TEXT));
    expect((await shown(ids[1] ?? '')).original).toEqual({ id: ids[0], headline: 'Herald', publisher: 'Herald' });
    expect((await shown(ids[0] ?? '')).original).toBeNull();
  });
});
