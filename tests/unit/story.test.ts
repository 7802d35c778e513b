/** Stories: who carries a text or a story, who was first, and which dates that disproves. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryOf, isDisputed, partOfEntries, partsSum, Story, storyOf } from '../../shared/core/story.ts';
import { type Carrier, NOBODY, Tally, tallyOf, tallySum } from '../../shared/core/tally.ts';
import { nodeOf, nodeRevision, TextNode, textNode } from '../../shared/core/text-node.ts';

function aCarrier(articleId: string, utc: string | null, given: Partial<Carrier> = {}): Carrier {
  const moment = utc === null ? null : { utc, latest: utc };
  return { articleId, text: 't', publisher: null, moment, sortUtc: utc ?? '2026-01-01T00:00:00.000Z', ...given };
}

const tally = (...carriers: readonly Carrier[]) => tallySum(carriers.map(tallyOf));
const OLD = '2023-10-16T07:59:00.000Z';
const NEW = '2025-04-17T14:27:32.000Z';

function aNode(textId: string, carriers: readonly Carrier[], storyId: string | null): TextNode {
  return TextNode.parse({
    ...nodeOf(textId, { tally: tally(...carriers), print: null, about: null }, null),
    storyId,
    gen: 1,
  });
}

describe('a tally', () => {
  it('says that the earliest trustworthy date was first', () => {
    expect(tally(aCarrier('b', NEW), aCarrier('a', OLD), aCarrier('c', null))).toMatchObject({
      copies: 3,
      first: { id: 'a', utc: OLD },
    });
  });

  it('has no first when nobody states a date', () => {
    expect(tally(aCarrier('a', null))).toMatchObject({ copies: 1, first: null });
  });

  it('does not take a day for its first minute', () => {
    const day = aCarrier('day', null, {
      moment: { utc: '2023-10-16T00:00:00.000Z', latest: '2023-10-16T23:59:59.999Z' },
    });
    expect(tally(day, aCarrier('minute', OLD))).toMatchObject({ first: { id: 'minute' } });
  });

  it('shows the earliest twelve and counts all', () => {
    const told = tally(...Array.from({ length: 200 }, (_, index) => aCarrier(`art_${index + 100}`, OLD)));
    expect(told.copies).toBe(200);
    expect(told.shown.map(({ articleId }) => articleId)).toEqual(
      Array.from({ length: 12 }, (_, index) => `art_${index + 100}`),
    );
  });

  it('goes by the end of what is stated, then its beginning, then the id; and shows by sort date, then the id', () => {
    const moment = (utc: string, latest = utc) => ({ utc, latest });
    const end = '2024-01-02T00:00:00.000Z';
    const one = aCarrier('b', null, { moment: moment('2024-01-01T00:00:00.000Z', end) });
    const other = aCarrier('a', null, { moment: moment(end) });
    expect(tally(other, one).first).toEqual({ id: 'b', text: 't', utc: '2024-01-01T00:00:00.000Z', latest: end });
    expect(tally(aCarrier('b', OLD), aCarrier('a', OLD)).first?.id).toBe('a');
    const shown = tally(aCarrier('c', OLD), aCarrier('b', NEW), aCarrier('a', NEW)).shown;
    expect(shown.map(({ articleId }) => articleId)).toEqual(['c', 'a', 'b']);
  });

  it('is the same for every order, and however the carriers are counted in parts', () => {
    const dates = fc.option(fc.constantFrom(OLD, NEW, '2024-01-01T00:00:00.000Z'));
    const carriers = fc.uniqueArray(fc.record({ id: fc.string({ minLength: 1 }), utc: dates, part: fc.nat(3) }), {
      selector: ({ id }) => id,
    });
    const orders = carriers.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    const whole = (list: readonly { id: string; utc: string | null }[]) =>
      tally(...list.map(({ id, utc }) => aCarrier(id, utc)));
    fc.assert(
      fc.property(orders, ([one, other]) => {
        const parts = [...Map.groupBy(other, ({ part }) => part).values()].map(whole);
        expect(tallySum(parts)).toEqual(whole(one));
      }),
      { numRuns: 1_000 },
    );
  });

  it('of nobody adds nothing', () => {
    expect(tallySum([NOBODY, tally(aCarrier('a', OLD)), NOBODY])).toEqual(tally(aCarrier('a', OLD)));
    expect(Tally.parse(tallySum([]))).toEqual(NOBODY);
  });
});

describe('a story', () => {
  it('counts its texts and their copies', () => {
    const one = aNode('t1', [aCarrier('a', OLD), aCarrier('b', NEW)], 'sty_t1');
    const other = aNode('t2', [aCarrier('c', null)], 'sty_t1');
    const entries = [one, other].map((node) => entryOf(node, 'sty_t1'));
    const part = partOfEntries(entries.map((entry) => ({ textId: 't', present: true, tally: NOBODY, ...entry })));
    expect(Story.parse(storyOf('sty_t1', part, null))).toMatchObject({
      present: true,
      texts: 2,
      copies: 3,
      first: { id: 'a' },
    });
  });

  it('is summed in parts, and counts none that is gone', () => {
    const entry = { ...entryOf(aNode('t1', [aCarrier('a', OLD)], 'sty_t1'), 'sty_t1') };
    const whole = { textId: 't1', present: true, tally: tally(aCarrier('a', OLD)) };
    expect(entry).toEqual({ ...whole, about: null });
    const part = partOfEntries([whole, { ...whole, present: false }]);
    expect(part).toMatchObject({ texts: 1, copies: 1 });
    expect(storyOf('sty_t1', partsSum([part, part]), null)).toMatchObject({
      storyId: 'sty_t1',
      present: true,
      texts: 2,
      copies: 2,
    });
    expect(entryOf({ ...aNode('t1', [], 'sty_t1'), present: false }, 'sty_t1')).toMatchObject({ present: false });
  });

  it('says what the text is about whose name it bears, while that is there', () => {
    const about = new Uint8Array([7]);
    const [own, other] = ['t1', 't2'].map((id) => ({ ...aNode(id, [aCarrier('a', OLD)], 'sty_t1'), about }));
    expect(own === undefined ? null : entryOf(own, 'sty_t1')).toMatchObject({ about });
    expect(own === undefined ? null : entryOf({ ...own, present: false }, 'sty_t1')).toMatchObject({ about: null });
    expect(other === undefined ? null : entryOf(other, 'sty_t1')).not.toHaveProperty('about');
    expect(storyOf('sty_t1', partsSum([]), about)).toMatchObject({ present: false, about: null });
  });

  it('does not count a text that has gone to another story', () => {
    expect(entryOf(aNode('t1', [aCarrier('a', OLD)], 'sty_t0'), 'sty_t1')).toMatchObject({
      present: false,
      tally: NOBODY,
    });
    expect(storyOf('sty_t1', partsSum([]), null)).toMatchObject({ present: false, texts: 0, copies: 0, first: null });
  });
});

describe('a text', () => {
  it('is to be settled when it comes, when it goes, and when its print becomes known', () => {
    const present = aNode('t', [aCarrier('a', OLD)], null);
    const settled = { ...present, settled: true, storyId: 'sty_t' };
    const print = new Uint8Array([1]);
    const again = (told: Tally, known: Uint8Array | null, before: TextNode) =>
      nodeOf('t', { tally: told, print: known, about: null }, before);
    expect(present.settled).toBe(false);
    expect(again(tally(aCarrier('a', OLD), aCarrier('b', OLD)), null, settled)).toMatchObject({ settled: true });
    expect(again(NOBODY, null, settled)).toMatchObject({ settled: false, present: false, storyId: 'sty_t' });
    expect(again(settled.tally, print, settled)).toMatchObject({ settled: false, print });
    expect(again(settled.tally, null, { ...settled, print })).toMatchObject({ settled: true, print });
  });
});

describe('a text that came back', () => {
  it('counts how often it came or went, and keeps its place, its print and what is under way', () => {
    const first = aNode('t', [aCarrier('a', OLD)], 'sty_t');
    const before = { ...first, posted: true, settled: true, stories: ['sty_t', 'sty_s'], mending: { 1: ['x'] } };
    const said = { print: null, about: null };
    const gone = nodeOf('t', { tally: NOBODY, ...said }, { ...before, print: new Uint8Array([7]) });
    expect(gone).toMatchObject({ present: false, epoch: 2, posted: false, settled: false });
    expect(gone).toMatchObject({ storyId: 'sty_t', stories: ['sty_t', 'sty_s'], mending: { 1: ['x'] } });
    expect(gone['print']).toEqual(new Uint8Array([7]));
    const same = nodeOf('t', { tally: first.tally, ...said }, { ...before, settled: false });
    expect(same).toMatchObject({ epoch: 1, posted: true, settled: false });
    expect(nodeOf('t', { tally: first.tally, ...said }, { ...before, posted: false })).toMatchObject({ posted: false });
    const fresh = nodeOf('t', { tally: first.tally, print: new Uint8Array([7]), about: new Uint8Array([8]) }, null);
    expect(fresh).toMatchObject({ epoch: 1, storyId: null, stories: [], mending: {}, posted: false, settled: false });
    expect(fresh['about']).toEqual(new Uint8Array([8]));
  });

  it('is copied elsewhere under a revision that grows with each write; what was never written is none', () => {
    const node = aNode('t', [aCarrier('a', OLD)], null);
    expect(nodeRevision({ ...node, gen: 10 }) > nodeRevision({ ...node, gen: 9 })).toBe(true);
    expect(textNode(null)).toBeNull();
    expect(textNode({ pk: 'text#t', sk: 'node', ...node })).toEqual(node);
  });
});

describe('a date', () => {
  const first = { id: 'a', utc: '2026-01-01T00:00:00.000Z' };
  it.each([
    ['2026-01-31T00:00:00.000Z', false],
    ['2026-01-31T00:00:00.001Z', true],
    ['2025-01-01T00:00:00.000Z', false],
  ])('of %s beside an equal text of 1 January: disputed %s', (utc, disputed) => {
    expect(isDisputed({ utc, latest: utc }, first)).toBe(disputed);
  });

  it('that nobody stated cannot be disputed', () => {
    expect(isDisputed(null, first)).toBe(false);
    expect(isDisputed({ utc: OLD, latest: OLD }, null)).toBe(false);
  });
});
