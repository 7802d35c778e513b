/**
 * The same text thousands of times, and hundreds of texts that say almost the same. Promise: stories end right, and what one
 * arrival costs is bounded by the rule of hot keys, not by how many came before.
 */
import { describe, expect, it } from 'vitest';
import { COPIES } from '../../shared/core/copies/kinship.ts';
import { storyIdOf, summaryKey } from '../../shared/core/keys.ts';
import { shortHash } from '../../shared/core/short-hash.ts';
import { Story } from '../../shared/core/story.ts';
import type { Table } from '../../shared/pipeline/ports.ts';
import { settleText } from '../../shared/pipeline/settle-text.ts';
import { memoryTable } from '../../shared/testing/memory-table.ts';
import { aGoneHead, aLiveHead, rowOf } from './heads.ts';

const articleOf = (number: number) => `art_${shortHash(String(number))}`;

interface Cost {
  reads: number;
  writes: number;
}

/** A table that counts its requests. */
function aStore() {
  const table = memoryTable();
  const cost: Cost = { reads: 0, writes: 0 };
  const counted: Table = {
    async get(key) {
      cost.reads += 1;
      return table.get(key);
    },
    async query(query) {
      cost.reads += 1;
      return table.query(query);
    },
    async put(item, guard) {
      cost.writes += 1;
      return table.put(item, guard);
    },
    async update(update) {
      cost.writes += 1;
      return table.update(update);
    },
  };
  const ports = { table: counted, pacing: { pause: async () => {} }, kinship: COPIES };
  const costs: Cost[] = [];
  const settle = async (text: string, articleId: string) => {
    const before = { ...cost };
    await settleText(text, articleId, ports);
    costs.push({ reads: cost.reads - before.reads, writes: cost.writes - before.writes });
  };
  const stories = () =>
    table.items().flatMap((item) => {
      const story = item.sk === 'summary' ? Story.parse(item) : null;
      return story?.present === true ? [story] : [];
    });
  return {
    table,
    costs,
    async arrive(number: number, paragraphs: readonly string[]): Promise<string> {
      const head = aLiveHead(articleOf(number), paragraphs);
      await table.put(rowOf(head), null);
      await table.put(head, null);
      await settle(head.text, articleOf(number));
      return head.text;
    },
    async leave(number: number, text: string): Promise<void> {
      await table.put(aGoneHead(articleOf(number)), null);
      await settle(text, articleOf(number));
    },
    settle: (text: string, number: number) => settle(text, articleOf(number)),
    stories,
    sizes: () => stories().map(({ texts }) => texts),
  };
}

const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
/** What an item weighs in the table, roughly. */
const bytesOf = (item: unknown) => Buffer.byteLength(JSON.stringify(item));

/** Words that no other seed has. */
const paragraph = (seed: string, words: number) =>
  Array.from({ length: words }, (_, at) => shortHash(`${seed} ${at}`).replace(/\d/g, '').slice(0, 7)).join(' ');
const paragraphs = (seed: string, length = 4) => Array.from({ length }, (_, at) => paragraph(`${seed} ${at}`, 40));

describe('5,000 articles of one text', () => {
  it('are one story, and the last costs as many requests as the hundredth', { timeout: 60_000 }, async () => {
    const store = aStore();
    const text = paragraphs('wire');
    for (let number = 0; number < 5_000; number += 1) await store.arrive(number, text);
    expect(store.stories()).toMatchObject([{ texts: 1, copies: 5_000 }]);
    expect(store.costs.at(-1)).toEqual(store.costs[100]);
    expect(Math.max(...store.table.items().map(bytesOf))).toBeLessThan(20_000);
  });
});

describe('120 texts that say almost the same', () => {
  const COUNT = 120;
  // A text and the new lead that another puts before it: two of one size would be a digest, which joins nothing.
  const A = paragraphs('first part', 1);
  const B = paragraphs('second part', 3);
  const near = (number: number) => [...(number % 2 === 0 ? A : B), paragraph(`own ${number}`, 12)];

  it('are one story while one text joins its parts, and two when that goes', { timeout: 60_000 }, async () => {
    const store = aStore();
    const texts: string[] = [];
    for (let number = 0; number < COUNT; number += 1) texts.push(await store.arrive(number, near(number)));
    expect(store.sizes()).toEqual([COUNT / 2, COUNT / 2]);
    const late = store.costs.slice(COUNT / 2);
    // One of the smallest texts of a hot key meets all others, and a smaller name is told to all: both grow rarer as texts grow more.
    expect(mean(late.map(({ reads }) => reads))).toBeLessThan(300);
    expect(mean(late.map(({ writes }) => writes))).toBeLessThan(60);

    const bridge = await store.arrive(COUNT, [...A, ...B]);
    const [smallest = ''] = [...texts, bridge].sort();
    expect(store.stories()).toMatchObject([{ texts: COUNT + 1, storyId: storyIdOf(smallest) }]);
    await store.leave(COUNT, bridge);
    expect(store.sizes()).toEqual([COUNT / 2, COUNT / 2]);
    for (const half of [0, 1]) {
      const [first = ''] = texts.filter((_, number) => number % 2 === half).sort();
      expect(await store.table.get(summaryKey(storyIdOf(first)))).toMatchObject({ texts: COUNT / 2 });
    }
    for (const [number, text] of texts.entries()) if (number >= 4) await store.leave(number, text);
    expect(store.sizes()).toEqual([2, 2]);
    expect(Math.max(...store.table.items().map(bytesOf))).toBeLessThan(20_000);
  });

  it('that are versions of one article leave little behind', { timeout: 60_000 }, async () => {
    const store = aStore();
    let before: string | null = null;
    for (let version = 0; version < COUNT; version += 1) {
      const now = await store.arrive(0, near(2 * version));
      if (before !== null) await store.settle(before, 0);
      before = now;
    }
    expect(store.stories()).toMatchObject([{ texts: 1, copies: 1, storyId: storyIdOf(before ?? '') }]);
    const last = store.costs.at(-1);
    expect(last?.reads).toBeLessThan(150);
    expect(last?.writes).toBeLessThan(60);
  });
});
