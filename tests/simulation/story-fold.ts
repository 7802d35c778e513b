/** The right stories, found without the pipeline: all texts at once, all pairs that the rule of hot keys allows. */

import type { Item } from '../../shared/core/item.ts';
import type { Kinship } from '../../shared/core/kinship.ts';
import type { Change } from './story-world.ts';
import { textIdOf } from './story-world.ts';

/** Text to story and number of carriers, as lines. */
export function expectedStories(changes: readonly Change[], kinship: Kinship): readonly string[] {
  const last = new Map<string, Change>();
  for (const change of changes)
    if ((last.get(change.articleId)?.order ?? -1) < change.order) last.set(change.articleId, change);
  const carried = Map.groupBy(
    [...last.values()].filter(({ word }) => word !== null),
    ({ word }) => word ?? '',
  );
  const texts = [...carried.keys()].map((word) => ({ word, id: textIdOf(word), print: Buffer.from(word) }));
  texts.sort((a, b) => (a.id < b.id ? -1 : 1));
  const postings = new Map<string, string[]>();
  for (const { id, print } of texts)
    for (const key of kinship.keysOf(print)) postings.set(key, [...(postings.get(key) ?? []), id]);
  const isCompared = (a: string, b: string) =>
    [...postings.values()].some(
      (ids) => ids.includes(a) && ids.includes(b) && (ids.indexOf(a) < kinship.cap || ids.indexOf(b) < kinship.cap),
    );
  const story = new Map(texts.map(({ id }) => [id, id]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const a of texts)
      for (const b of texts) {
        const [one, other] = [story.get(a.id) ?? '', story.get(b.id) ?? ''];
        if (a === b || one <= other || !isCompared(a.id, b.id) || !kinship.same(a.print, b.print)) continue;
        story.set(a.id, other);
        changed = true;
      }
  }
  const copies = (id: string) => carried.get(texts.find((text) => text.id === id)?.word ?? '')?.length ?? 0;
  const names = [...new Set(story.values())];
  return [
    ...texts.map(({ id }) => `text ${id} sty_${story.get(id)} ${copies(id)}`),
    ...names.map((name) => {
      const own = texts.filter(({ id }) => story.get(id) === name);
      return `story sty_${name} ${own.length} ${own.reduce((sum, { id }) => sum + copies(id), 0)}`;
    }),
  ].sort();
}

interface Tallied {
  readonly copies: number;
}

export function storedStories(items: readonly Item[]): readonly string[] {
  return items
    .flatMap((item) => {
      if (item.sk === 'node') {
        const { textId, present, storyId, tally, stories, mending, settled } = item as unknown as {
          readonly textId: string;
          readonly present: boolean;
          readonly storyId: string | null;
          readonly tally: Tallied;
          readonly stories: readonly string[];
          readonly mending: Readonly<Record<string, unknown>>;
          readonly settled: boolean;
        };
        const left =
          !settled || Object.keys(mending).length > 0 || stories.some((id) => id !== storyId) ? ' unfinished' : '';
        if (!present && storyId === null && left === '') return [];
        return [`text ${textId} ${storyId} ${tally.copies}${left}`];
      }
      if (item.sk === 'summary' && item['present'] === true)
        return [`story ${item['storyId']} ${item['texts']} ${item['copies']}`];
      return [];
    })
    .sort();
}
