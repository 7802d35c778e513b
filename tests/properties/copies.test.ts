import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COPIES_LIMITS } from '../../shared/core/copies/copies-limits.ts';
import { groupCopies, type TextNode } from '../../shared/core/copies/group-copies.ts';
import { likeness } from '../../shared/core/copies/likeness.ts';
import { candidateKeys, textPrint } from '../../shared/core/copies/text-print.ts';
import { contentHash } from '../../shared/core/fingerprint.ts';
import {
  aForecast,
  anArticle,
  misspelt,
  type Paragraphs,
  padded,
  trimmed,
  withDateline,
} from '../unit/copies-builders.ts';

const nodeOf = (text: Paragraphs): TextNode => ({ hash: contentHash(text), print: textPrint(text) });

/** The opening that a site puts before everything: its keys get hot. */
const chrome = anArticle(99, { paragraphs: 2 });

const aText = fc
  .record({
    seed: fc.integer({ min: 1, max: 2 }),
    edit: fc.integer({ min: 0, max: 6 }),
    nth: fc.integer({ min: 1, max: 40 }),
  })
  .map(({ seed, edit, nth }): Paragraphs => {
    const text = anArticle(seed, { paragraphs: 5 });
    if (edit === 0) return text;
    if (edit === 1) return withDateline(trimmed(text, 0.4 + nth / 100), `PORT ${nth} —`);
    if (edit === 2) return padded(text, anArticle(100 + nth, { paragraphs: 2 }));
    if (edit === 3) return misspelt(withDateline(text, `HASK ${nth}`));
    if (edit === 4) return aForecast(nth);
    if (edit === 5) return [...chrome, ...anArticle(200 + nth, { paragraphs: 3 })];
    return [...text.slice(0, 2), ...anArticle(seed + 1, { paragraphs: 2 }), ...anArticle(300 + nth, { paragraphs: 3 })];
  });

/** Worlds with more texts under one key than it has leaders. */
const aWorld = fc.array(aText, { minLength: 2, maxLength: 80, size: 'max' }).map((texts) => texts.map(nodeOf));

describe('stories', () => {
  it('are a function of the set of texts', () => {
    const orders = aWorld.chain((world) =>
      fc.record({
        world: fc.constant(world),
        order: fc.shuffledSubarray(world, { minLength: world.length }),
        repeats: fc.subarray(world),
      }),
    );
    fc.assert(
      fc.property(orders, ({ world, order, repeats }) => {
        expect(sorted(groupCopies([...order, ...repeats]))).toEqual(sorted(groupCopies(world)));
      }),
      { numRuns: 100 },
    );
  });

  it('are the components of what the rule says, named after their smallest text', () => {
    fc.assert(
      fc.property(aWorld, (world) => {
        const grouped = groupCopies(world);
        const { stories, compared } = byDefinition(world);
        expect(new Map(sorted(grouped))).toEqual(stories);
        expect(grouped.counts.compared).toBe(compared);
      }),
      { numRuns: 60 },
    );
  });

  it('are tried where a key has more texts than leaders', () => {
    const [world = []] = fc.sample(
      aWorld.filter(({ length }) => length > 60),
      { numRuns: 1, seed: 7 },
    );
    const sizes = Map.groupBy(
      world.flatMap(({ print }) => candidateKeys(print)),
      (key) => key,
    );
    expect(Math.max(...[...sizes.values()].map(({ length }) => length))).toBeGreaterThan(COPIES_LIMITS.keyLeaders);
  });

  it('hold together however many copies there are', () => {
    const copies = Array.from({ length: 200 }, (_, nth) => nodeOf(withDateline(anArticle(1), `PORT ${nth} HASK —`)));
    const { storyOf, counts } = groupCopies(copies);
    expect(new Set(storyOf.values()).size).toBe(1);
    expect(counts.compared).toBeLessThan(200 * 12 * COPIES_LIMITS.keyLeaders);
  });

  it('are not joined by what stands on every page of a site', () => {
    const pages = Array.from({ length: 80 }, (_, nth) =>
      nodeOf([...chrome, ...anArticle(200 + nth, { paragraphs: 9 })]),
    );
    const { storyOf, counts } = groupCopies(pages);
    expect(new Set(storyOf.values()).size).toBe(80);
    expect(counts.compared / 80).toBeLessThanOrEqual(12 * COPIES_LIMITS.keyLeaders);
  });
});

function sorted({ storyOf }: ReturnType<typeof groupCopies>): readonly (readonly [string, string])[] {
  return [...storyOf].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The rule said plainly: share a key, one of the two among its leaders, alike; then everything that hangs together. */
function byDefinition(world: readonly TextNode[]) {
  const nodes = [...new Map(world.map((node) => [node.hash, node])).values()];
  const leaders = new Map<string, readonly string[]>();
  for (const key of new Set(nodes.flatMap(({ print }) => candidateKeys(print)))) {
    const under = nodes.filter(({ print }) => candidateKeys(print).includes(key)).map(({ hash }) => hash);
    leaders.set(key, under.sort().slice(0, COPIES_LIMITS.keyLeaders));
  }
  const leads = (key: string, hash: string) => leaders.get(key)?.includes(hash) ?? false;
  const meet = (a: TextNode, b: TextNode) =>
    candidateKeys(a.print).some(
      (key) => candidateKeys(b.print).includes(key) && (leads(key, a.hash) || leads(key, b.hash)),
    );
  const stories = new Map(nodes.map(({ hash }) => [hash, hash]));
  let compared = 0;
  for (const a of nodes)
    for (const b of nodes) {
      if (a.hash >= b.hash || !meet(a, b)) continue;
      compared += 1;
      if (!likeness(a.print, b.print).same) continue;
      const both = [stories.get(a.hash) ?? '', stories.get(b.hash) ?? ''].sort();
      for (const [hash, story] of stories) if (both.includes(story)) stories.set(hash, both[0] ?? '');
    }
  return { stories, compared };
}
