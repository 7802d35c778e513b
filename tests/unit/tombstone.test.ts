/** Who is held back by which take-down, and when a decision counts as later than another. */
import { describe, expect, it } from 'vitest';
import { decidedAfter, holder, Tombstone, type Tombstones, tombstone } from '../../shared/core/tombstone.ts';

const AT = '2026-02-01T00:00:00.000Z';
const LATER = '2026-02-01T00:00:00.001Z';

function aStone(given: Partial<Tombstone> = {}): Tombstone {
  const empty = { texts: [], articles: [], spares: [], lifted: null };
  return { name: 'art_a', kind: 'article', at: AT, reason: 'R', revision: AT, ...empty, ...given };
}
const ofText = (given: Partial<Tombstone> = {}) =>
  aStone({ name: 'text', kind: 'text', articles: ['art_a'], ...given });
const among = (...stones: readonly Tombstone[]): Tombstones => new Map(stones.map((stone) => [stone.name, stone]));
const LIFTED = { lifted: { at: LATER, reason: 'A mistake' } };

describe('an upload is held back', () => {
  const upload = { articleId: 'art_a', text: 'text' };

  it('by the tombstone of its article, also when its text is down too', () => {
    expect(holder(upload, among(aStone(), ofText()))?.name).toBe('art_a');
  });

  it('by that of its text, unless the article is spared or the take-down was taken back', () => {
    expect(holder(upload, among(ofText()))?.name).toBe('text');
    expect(holder(upload, among(ofText({ spares: ['art_b'] })))?.name).toBe('text');
    expect(holder(upload, among(ofText({ spares: ['art_a'] })))).toBeNull();
    expect(holder(upload, among(ofText(LIFTED)))).toBeNull();
  });

  it('by that of its text when only that of its article was taken back', () => {
    expect(holder(upload, among(aStone(LIFTED), ofText()))?.name).toBe('text');
    expect(holder(upload, among(aStone(LIFTED)))).toBeNull();
  });

  it('by nothing that means others, and by no text when it has none', () => {
    expect(holder(upload, among())).toBeNull();
    expect(holder({ articleId: 'art_b', text: null }, among(aStone(), ofText()))).toBeNull();
    expect(holder({ articleId: 'art_a', text: null }, among(aStone()))?.name).toBe('art_a');
  });
});

describe('a decision', () => {
  it('is as late as the clock says, when nothing was decided before', () => {
    expect(decidedAfter(AT, [])).toBe(AT);
    expect(decidedAfter(AT, [null])).toBe(AT);
    expect(decidedAfter(LATER, [aStone()])).toBe(LATER);
  });

  it('is just after the latest one before it, whatever the clock says', () => {
    expect(decidedAfter(AT, [aStone()])).toBe(LATER);
    const stones = [aStone({ revision: LATER }), null, aStone()];
    expect(decidedAfter(AT, stones)).toBe('2026-02-01T00:00:00.002Z');
    expect(decidedAfter(AT, [...stones].reverse())).toBe('2026-02-01T00:00:00.002Z');
  });
});

describe('a tombstone', () => {
  it('is read from its item, whole or not at all', () => {
    const stone = ofText(LIFTED);
    expect(tombstone({ pk: 'tomb#text', sk: 'tomb', ...stone })).toEqual(stone);
    expect(tombstone(null)).toBeNull();
    expect(Tombstone.safeParse({ ...stone, kind: 'story' }).success).toBe(false);
    expect(Tombstone.safeParse({ name: 'text' }).success).toBe(false);
    expect(Tombstone.safeParse({ ...stone, lifted: {} }).success).toBe(false);
  });
});
