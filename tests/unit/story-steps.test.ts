/** How a text finds its kin and its story, step by step: what is read, what is written, what is passed by. */
import { describe, expect, it } from 'vitest';
import type { Item } from '../../shared/core/item.ts';
import type { Kinship } from '../../shared/core/kinship.ts';
import type { TextNode } from '../../shared/core/text-node.ts';
import { familyOf } from '../../shared/pipeline/family.ts';
import { kinReader } from '../../shared/pipeline/kin.ts';
import { announce, listPlaces } from '../../shared/pipeline/list-places.ts';
import { unsettledPivots } from '../../shared/pipeline/pivots.ts';
import { markPivot, post, readPivots, readPosting, readWholePosting } from '../../shared/pipeline/postings.ts';
import { askedTable, noPacing } from './asked-table.ts';

/** A print is a word: its letters are its keys, and who has the same first letter is kin. */
const kinship: Kinship = {
  cap: 2,
  keysOf: (print) => [...new Set(Buffer.from(print).toString())],
  same: (a, b) => a[0] === b[0],
};
const printOf = (word: string) => new Uint8Array(Buffer.from(word));
const CARRIER = { articleId: 'art_a', text: 'a', publisher: null, moment: null, sortUtc: '2026-01-01T00:00:00.000Z' };
const ONE = { copies: 1, first: null, shown: [CARRIER] };
const NOBODY = { copies: 0, first: null, shown: [] };

function aNode(textId: string, word: string | null, given: Partial<TextNode> = {}): TextNode {
  return {
    ...{ textId, present: true, tally: ONE, print: word === null ? null : printOf(word), about: null, epoch: 1 },
    ...{ posted: true, settled: true, storyId: null, stories: [], mending: {}, gen: 1 },
    ...given,
  };
}
const itemOf = (node: TextNode): Item => ({ pk: `text#${node.textId}`, sk: 'node', ...node });

async function aStore(...nodes: readonly TextNode[]) {
  const asked = await askedTable(...nodes.map(itemOf));
  const ports = { table: asked.table, kinship, pacing: noPacing };
  for (const node of nodes) await post(node, { table: asked.store, kinship });
  return { ...asked, ports };
}

const REVISION = '000000000001';

describe('a posting', () => {
  it('stands under each key, with the print of a text that is there', async () => {
    const { store } = await aStore(aNode('t1', 'xy'), aNode('t2', 'x', { present: false }), aNode('t3', null));
    const revision = (await store.get({ pk: 'key#x', sk: 'all#t1' }))?.['revision'];
    expect(store.items().filter(({ pk }) => pk.startsWith('key#'))).toEqual([
      { pk: 'key#x', sk: 'all#t1', present: true, revision, print: printOf('xy') },
      { pk: 'key#x', sk: 'all#t2', present: false, revision },
      { pk: 'key#y', sk: 'all#t1', present: true, revision, print: printOf('xy') },
    ]);
    expect(String(revision)).toMatch(/1$/);
  });

  it('never goes back to an older state of its text', async () => {
    const { store, ports } = await aStore(aNode('t1', 'x', { gen: 2 }));
    await post(aNode('t1', 'x', { gen: 1, present: false }), ports);
    expect(await store.get({ pk: 'key#x', sk: 'all#t1' })).toMatchObject({ present: true });
    await post(aNode('t1', 'x', { gen: 3, present: false }), ports);
    expect(await store.get({ pk: 'key#x', sk: 'all#t1' })).toMatchObject({ present: false });
  });

  it('gives the smallest texts that are there, and says whether there are more', async () => {
    const texts = (...ids: readonly string[]) => ids.map((textId) => ({ textId, print: printOf('x') }));
    const { ports } = await aStore(...['t1', 't2'].map((id) => aNode(id, 'x')));
    expect(await readPosting('x', ports)).toEqual({ smallest: texts('t1', 't2'), hot: false });
    expect(await readPosting('q', ports)).toEqual({ smallest: [], hot: false });
    const gone = ['t0', 't2', 't4'].map((id) => aNode(id, 'x', { present: false }));
    const { ports: more } = await aStore(...gone, ...['t1', 't3', 't5'].map((id) => aNode(id, 'x')));
    expect(await readPosting('x', more)).toEqual({ smallest: texts('t1', 't3'), hot: true });
    expect(await readWholePosting('x', more)).toEqual(texts('t1', 't3', 't5'));
  });

  it('of before prints were kept has none', async () => {
    const { store, ports } = await aStore();
    await store.put({ pk: 'key#x', sk: 'all#t1', present: true, revision: REVISION }, null);
    expect(await readPosting('x', ports)).toEqual({ smallest: [{ textId: 't1', print: null }], hot: false });
  });

  it('has marks of those whose pairs were looked at', async () => {
    const { ports, store } = await aStore();
    await markPivot('x', 't1', true, ports);
    await markPivot('x', 't2', false, ports);
    expect(await readPivots('x', ports)).toEqual(['t1']);
    expect(await store.get({ pk: 'key#x', sk: 'pivot#t2' })).toEqual({ pk: 'key#x', sk: 'pivot#t2', present: false });
  });
});

describe('kin', () => {
  it('are texts that are there and say the same, and each is read once', async () => {
    const nodes = [aNode('t1', 'xy'), aNode('t2', 'xz'), aNode('t3', 'yx'), aNode('t4', 'y', { present: false })];
    const { ports, asked } = await aStore(...nodes);
    const kin = kinReader({ ...ports, kinship: { ...kinship, cap: 9 } });
    const one = await kin.node('t1');
    expect(one?.textId).toBe('t1');
    for (let time = 0; time < 2; time += 1)
      expect((await kin.of(aNode('t1', 'xy'))).map(({ textId }) => textId)).toEqual(['t2']);
    expect(asked.toSorted()).toEqual(['get text#t1 node', 'get text#t2 node', 'query key#x all#', 'query key#y all#']);
  });

  it('has nobody who is not there, or of whom nothing is known', async () => {
    const { ports } = await aStore(aNode('t1', 'x'), aNode('t2', 'x'));
    const kin = kinReader(ports);
    expect(await kin.of(aNode('t1', 'x', { present: false }))).toEqual([]);
    expect(await kin.of(aNode('t9', null))).toEqual([]);
  });

  it('of many under one key are its smallest, and all of it for one of those', async () => {
    const { ports } = await aStore(...['t1', 't2', 't3', 't4'].map((id) => aNode(id, 'x')));
    const of = async (id: string) => (await kinReader(ports).of(aNode(id, 'x'))).map(({ textId }) => textId);
    expect(await of('t1')).toEqual(['t2', 't3', 't4']);
    expect(await of('t2')).toEqual(['t1', 't3', 't4']);
    expect(await of('t4')).toEqual(['t1', 't2']);
  });

  it('that the posting does not describe are asked themselves', async () => {
    const { ports, store } = await aStore(aNode('t1', 'x'), aNode('t2', 'x'), aNode('t3', 'xy'));
    await store.put({ pk: 'key#x', sk: 'all#t2', present: true, revision: REVISION }, null);
    await store.put(itemOf(aNode('t2', 'q')), null);
    const of = async () =>
      (await kinReader({ ...ports, kinship: { ...kinship, cap: 9 } }).of(aNode('t1', 'x'))).map(({ textId }) => textId);
    expect(await of()).toEqual(['t3']);
    await store.put(itemOf(aNode('t3', 'xy', { present: false })), null);
    expect(await of()).toEqual([]);
  });
});

describe('the smallest of a key', () => {
  const pivotsOf = async (world: Awaited<ReturnType<typeof aStore>>, node: TextNode) =>
    (await unsettledPivots(node, kinReader(world.ports), world.ports)).map(
      ({ key, textId, marked, wanted, mayHaveKin }) => `${key} ${textId} ${marked} ${wanted} ${mayHaveKin}`,
    );

  it('are nobody’s matter while few share it', async () => {
    const world = await aStore(aNode('t1', 'x'), aNode('t2', 'x'));
    expect(await pivotsOf(world, aNode('t1', 'x'))).toEqual([]);
    expect(world.asked).toEqual(['query key#x all#']);
  });

  it('are looked at, and while the key is small all of it, until each has its mark', async () => {
    const world = await aStore(aNode('t1', 'xa'), aNode('t2', 'xb'), aNode('t3', 'qx'));
    const node = aNode('t1', 'x');
    expect(await pivotsOf(world, node)).toEqual([
      'x t1 false true true',
      'x t2 false true true',
      'x t3 false false false',
    ]);
    await markPivot('x', 't1', true, world.ports);
    await markPivot('x', 't3', true, world.ports);
    expect(await pivotsOf(world, node)).toEqual([
      'x t1 true true true',
      'x t2 false true true',
      'x t3 true false false',
    ]);
    await markPivot('x', 't2', true, world.ports);
    await markPivot('x', 't3', false, world.ports);
    expect(await pivotsOf(world, node)).toEqual([]);
  });

  it('of a large key are those whose mark is wrong', async () => {
    const ids = ['t1', 't2', 't3', 't4', 't5', 't6', 't7', 't8', 't9'];
    const world = await aStore(...ids.map((id) => aNode(id, 'x')));
    await markPivot('x', 't1', true, world.ports);
    await markPivot('x', 't9', true, world.ports);
    expect(await pivotsOf(world, aNode('t5', 'x'))).toEqual(['x t2 false true true', 'x t9 true false true']);
  });

  it('lose their marks when somebody goes and few are left', async () => {
    const world = await aStore(aNode('t1', 'x'), aNode('t2', 'x', { present: false }));
    await markPivot('x', 't1', true, world.ports);
    expect(await pivotsOf(world, aNode('t2', 'x', { present: false }))).toEqual(['x t1 true false false']);
    expect(await pivotsOf(world, aNode('t1', 'x'))).toEqual([]);
  });
});

describe('a family', () => {
  const placesOf = async (world: Awaited<ReturnType<typeof aStore>>, ...seeds: readonly string[]) =>
    Object.fromEntries((await familyOf(seeds, world.ports)).map(({ node, storyId }) => [node.textId, storyId]));

  it('is all that pairs connect, under the name of the smallest', async () => {
    const world = await aStore(aNode('t3', 'x'), aNode('t2', 'xy'), aNode('t9', 'q'));
    expect(await placesOf(world, 't3')).toEqual({ t2: 'sty_t2', t3: 'sty_t2' });
    expect(await placesOf(world, 't9', 't9')).toEqual({ t9: 'sty_t9' });
    expect(await placesOf(world, 'unknown')).toEqual({});
  });

  it('has those whom its stories list and who are in them still, kin or not', async () => {
    const inStory = { storyId: 'sty_t1', stories: ['sty_t1'] };
    const world = await aStore(
      ...[aNode('t1', 'q', inStory), aNode('t2', 'x', inStory), aNode('t3', 'z', inStory), aNode('t4', 'w')],
      aNode('t5', 'y', { ...inStory, present: false }),
    );
    for (const id of ['t3', 't4', 't5']) await announce(id, 'sty_t1', world.ports);
    expect(await placesOf(world, 't2')).toEqual({ t1: 'sty_t1', t2: 'sty_t2', t3: 'sty_t3', t5: null });
  });
});

describe('a story', () => {
  const entry = (textId: string) => ({ pk: 'story#sty_t1', sk: `text#${textId.slice(-1)}#${textId}` });

  it('is told of a text before it counts it, and never again as if it were new', async () => {
    const world = await aStore();
    await announce('t2', 'sty_t1', world.ports);
    const announced = { ...entry('t2'), textId: 't2', present: false, tally: NOBODY, revision: '0' };
    expect(world.store.items()).toEqual([announced]);
    await world.store.put({ ...announced, present: true, revision: REVISION }, null);
    await announce('t2', 'sty_t1', world.ports);
    expect(world.store.items()).toMatchObject([{ present: true }]);
  });

  it('counts a text that is in it, and a text forgets the stories that it has left', async () => {
    const node = aNode('t1', 'x', {
      storyId: 'sty_t1',
      stories: ['sty_t0', 'sty_t1'],
      about: printOf('about'),
      gen: 3,
    });
    const world = await aStore(node);
    await announce('t1', 'sty_t0', world.ports);
    expect(await listPlaces('t1', world.ports)).toBe(1);
    const at = (pk: string, sk: string) => world.store.get({ pk, sk });
    expect(await at('story#sty_t1', 'summary')).toMatchObject({
      ...{ storyId: 'sty_t1', present: true, texts: 1, copies: 1, shown: [CARRIER], about: printOf('about'), gen: 1 },
    });
    expect(await at('story#sty_t0', 'summary')).toMatchObject({ present: false, texts: 0, copies: 0, about: null });
    expect(await at('text#t1', 'node')).toMatchObject({ stories: ['sty_t1'], gen: 4 });
    world.asked.splice(0);
    expect(await listPlaces('t1', world.ports, { ...node, stories: ['sty_t1'] })).toBe(1);
    expect(world.asked.filter((words) => words.startsWith('update') || words.startsWith('get text'))).toEqual([]);
    expect(await listPlaces('unknown', world.ports)).toBe(0);
  });

  it('of a text that somebody else changes meanwhile is told again', async () => {
    const node = aNode('t1', 'x', { storyId: null, stories: ['sty_t1'], present: false });
    const world = await aStore(node);
    let first = true;
    const update: typeof world.table.update = async (asked) => {
      if (first) await world.store.put(itemOf({ ...node, present: true, storyId: 'sty_t1', gen: 8 }), null);
      first = false;
      return world.table.update(asked);
    };
    expect(await listPlaces('t1', { ...world.ports, table: { ...world.table, update } })).toBe(1);
    const refusing = { ...world.table, update: async () => ({ applied: false, found: null }) as const };
    await world.store.put(itemOf(node), null);
    await expect(listPlaces('t1', { ...world.ports, table: refusing })).rejects.toThrow(
      'text t1: too many writers at once',
    );
  });
});
