/** What one question reads once. */
import { expect, it } from 'vitest';
import type { Key } from '../../shared/core/item.ts';
import { headKey, nodeKey } from '../../shared/core/keys.ts';
import { rememberingHeads } from '../../shared/pipeline/remembered-heads.ts';

function counted() {
  const asked: string[] = [];
  const feeds = {
    feed: async () => [],
    getMany: async (keys: readonly Key[]) => {
      asked.push(...keys.map(({ pk }) => pk));
      return keys.filter(({ pk }) => !pk.includes('gone')).map((key) => ({ ...key, n: asked.length }));
    },
  };
  return { asked, ports: rememberingHeads({ feeds }) };
}

const [a, b, gone, text] = [headKey('a'), headKey('b'), headKey('gone'), nodeKey('t')];

it('a head that was found is read once, in the order asked for; what is missing, and all else, is read again', async () => {
  const { asked, ports } = counted();
  expect(await ports.feeds.getMany([b, gone, text])).toMatchObject([b, text]);
  expect(await ports.feeds.getMany([text, a, b, gone, b])).toMatchObject([text, a, b, b]);
  expect(asked).toEqual([b, gone, text, text, a, gone].map(({ pk }) => pk));
  await ports.feeds.getMany([a, b]);
  expect(asked).toHaveLength(6);
});
