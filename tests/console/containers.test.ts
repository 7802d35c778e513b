/** Files that hold several articles, on the screens: each member with its own raw side, its own name, and its place in the totals. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileState, Listed, Totals } from '../../console/server/shapes.ts';
import type { Explanation } from '../../shared/core/explain.ts';
import { aZip } from '../../shared/testing/archives.ts';
import { type Newsroom, openNewsroom } from '../browser/store.ts';

const page = (title: string, text: string) =>
  `<!doctype html><title>${title}</title><article><h1>${title}</h1><p>${text}</p></article>`;
const FERRY = 'The ferry came back to the old harbour at dawn, and nobody had been told.';
const LANTERN = 'Forty lanterns were counted on the quay, two more than the evening before.';

let room: Newsroom;
let items: Listed['items'];

beforeAll(async () => {
  const content = aZip([
    { name: 'a/ferry.html', content: page('A ferry returns', FERRY) },
    { name: 'b/lanterns.html', content: page('Lanterns counted', LANTERN) },
    { name: 'c/empty.html', content: '' },
  ]);
  room = await openNewsroom([{ key: 'incoming/day.zip', content, metadata: {} }]);
  items = (await told<Listed>('files')).items;
});
afterAll(() => room.close());

async function told<T>(path: string, query: Readonly<Record<string, string>> = {}): Promise<T> {
  return (await fetch(`${room.url}api/${path}?${new URLSearchParams(query)}`)).json();
}

describe('members of a container', () => {
  it('have each their own raw side, one after the other', async () => {
    for (const [headline, text] of [
      ['A ferry returns', FERRY],
      ['Lanterns counted', LANTERN],
    ]) {
      const id = items.find((item) => item.headline === headline)?.id ?? '';
      const { lines } = await told<Explanation>('explanation', { id });
      expect(lines.flatMap(({ pieces }) => pieces.map((piece) => piece.text))).toContain(text);
    }
  });

  it('are listed by their own names, also where they were refused', async () => {
    expect(items.map(({ key }) => key).sort()).toEqual([
      'incoming/day.zip#a/ferry.html',
      'incoming/day.zip#b/lanterns.html',
    ]);
    const refused = await told<Listed>('files', { state: 'rejected' });
    expect(refused.items.map(({ key }) => key)).toEqual(['incoming/day.zip#c/empty.html']);
  });

  it('are counted, and their container is told of besides', async () => {
    expect(await told<Totals>('totals')).toMatchObject({ stored: 2, rejected: 1, removed: 0, containers: 1 });
    const { items: containers } = await told<Listed>('files', { state: 'container' });
    expect(containers.map(({ key, message }) => [key, message])).toEqual([
      ['incoming/day.zip', expect.stringMatching(/of 3: 2 stored, 1 refused$/)],
    ]);
  });

  it('are what is told of a container that was just dropped', async () => {
    const state = await told<FileState>('file', { key: 'incoming/day.zip' });
    expect(state).toMatchObject({ state: 'container', message: expect.stringMatching(/of 3: 2 stored, 1 refused$/) });
  });
});
