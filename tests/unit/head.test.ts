/** Faces and versions of articles: functions of the set of what their objects give. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Contribution, inTurn, type Publication } from '../../shared/core/contribution.ts';
import { Head, headOf, staleTexts, turnOf } from '../../shared/core/head.ts';
import type { PlainFacts } from '../../shared/core/plain-facts.ts';
import { versionOf } from '../../shared/core/version.ts';

const FACTS: PlainFacts = {
  articleId: 'art_x',
  identity: { kind: 'key', value: 'k' },
  headline: 'H',
  publisher: null,
  domain: null,
  provider: null,
  authors: [],
  addresses: [],
  embargoedUntil: null,
  itemVersion: null,
  published: { utc: null, local: null, raw: null, precision: null, status: 'missing' },
  sortDate: { utc: '2026-01-01T00:00:00.000Z', basis: 'stored' },
  capturedAt: null,
  language: 'en',
  wordCount: 100,
  quality: [],
  status: 'usable',
  digest: '',
  contentHash: 'hash-1',
  print: new Uint8Array(),
  about: new Uint8Array(),
};

function aPublication(given: Partial<Publication> = {}): Publication {
  return {
    sequencer: '01',
    at: '2026-01-01T00:00:00.000Z',
    capturedAt: null,
    hashes: { '0001': 'hash-1' },
    texts: [],
    ...given,
  };
}

function aContribution(objectId: string, given: Partial<Contribution> = {}): Contribution {
  const own = { articleId: 'art_x', objectId, present: true, lastModified: '2026-01-01T00:00:00.000Z' };
  return { ...own, capturedAt: null, contentHash: FACTS.contentHash, publications: [aPublication()], ...given };
}

const textOf = (head: Head) => (head.live ? head.text : null);

function headFor(contributions: readonly Contribution[], texts: readonly string[] = [], facts = FACTS): Head {
  const [first] = inTurn(contributions.filter(({ present }) => present));
  const winner = first === undefined ? null : { objectId: first.objectId, facts };
  return Head.parse({ ...headOf('art_x', contributions, winner, texts), gen: 1 });
}

describe('the head of an article', () => {
  it.each([
    ['the newer capture', { capturedAt: '2026-05-05T00:00:00.000Z' }],
    ['the newer write', { lastModified: '2026-02-02T00:00:00.000Z' }],
    ['the larger hash', { contentHash: 'hash-2' }],
    [
      'the larger hash, as contributions used to tell it',
      { contentHash: null, facts: { capturedAt: null, contentHash: 'hash-2' } },
    ],
  ])('is %s, whichever comes first', (_, better) => {
    const [winner, loser] = [aContribution('w', better), aContribution('l')];
    expect(headFor([winner, loser])).toMatchObject({ live: true, objectId: 'w', objects: 2 });
    expect(headFor([loser, winner])).toEqual(headFor([winner, loser]));
  });

  it('goes by the object when all else is equal, and by the write when captures are', () => {
    expect(headFor([aContribution('a'), aContribution('b')])).toMatchObject({ objectId: 'b' });
    const captured = { capturedAt: '2026-05-05T00:00:00.000Z' };
    const later = aContribution('a', { ...captured, lastModified: '2026-02-02T00:00:00.000Z' });
    expect(headFor([later, aContribution('b', captured)])).toMatchObject({ objectId: 'a' });
    expect(headFor([aContribution('b', { lastModified: null }), aContribution('a')])).toMatchObject({ objectId: 'a' });
    const larger = aContribution('a', { contentHash: 'hash-2' });
    expect(headFor([larger, aContribution('b')])).toMatchObject({ objectId: 'a' });
  });

  it('counts those that feed it now, with the versions of all that ever did, and stands in the feed of its day', () => {
    const former = aContribution('f', {
      ...{ present: false, contentHash: null, lastModified: null },
      publications: [aPublication({ sequencer: '00', at: '2025-01-01T00:00:00.000Z', hashes: { '0001': 'older' } })],
    });
    const head = headFor([former, aContribution('a')]);
    expect(head).toMatchObject({ objects: 1, version: 2, articleId: 'art_x', headline: 'H' });
    expect(headOf('art_x', [former, aContribution('a')], { objectId: 'a', facts: FACTS }, [])).toMatchObject({
      feedPk: 'day#2026-01-01#0',
      feedSk: '2026-01-01T00:00:00.000Z#art_x#en#m',
    });
  });

  it('is gone in order: what is left to settle is sorted, and each text once', () => {
    expect(headOf('art_x', [], null, ['b', 'a'])).toEqual({ live: false, articleId: 'art_x', texts: ['a', 'b'] });
    const own = textOf(headFor([aContribution('a')])) ?? '';
    const texts = [...new Set(['zz', own, '0'])].sort();
    expect(headFor([aContribution('a')], ['zz', own, '0']).texts).toEqual(texts);
  });

  it('is gone when no object feeds it, and knows which texts are left to settle', () => {
    const head = headFor([aContribution('a', { present: false, contentHash: null, lastModified: null })], ['old']);
    expect(head).toMatchObject({ live: false, texts: ['old'] });
    expect(staleTexts(head)).toEqual(['old']);
  });

  it('keeps older texts beside its own until they are settled', () => {
    const head = headFor([aContribution('a')], ['old']);
    expect(head.texts).toEqual([head.live ? head.text : '', 'old']);
    expect(staleTexts(head)).toEqual(['old']);
  });

  it.each([
    ['has no words', { wordCount: 0 }],
    ['is no article', { quality: ['not-an-article'] }],
    ['is a paywall', { quality: ['paywall-stub'] }],
  ])('stands alone in its story when the page %s', (_, given) => {
    const head = headFor([aContribution('a')], [], { ...FACTS, ...given });
    const other = headFor([aContribution('a')], [], { ...FACTS, ...given, articleId: 'art_y' });
    expect(textOf(head)).not.toBe(textOf(other));
  });
});

describe('the turn of a head', () => {
  const turnedFrom = (before: Head | null, contentHash: string | null, digest = '') => {
    return turnOf(contentHash === null ? null : { objectId: 'a', facts: { ...FACTS, contentHash, digest } }, before);
  };
  const live = headFor([aContribution('a')]);
  const at = (turn: number, head: Head = live): Head => ({ ...head, turn });
  const gone: Head = { live: false, articleId: 'art_x', texts: [], turn: 4, gen: 1 };

  it('counts changes of content, also back to an older one, and going and coming', () => {
    expect(turnedFrom(null, 'hash-1')).toBe(1);
    expect(turnedFrom(at(3), 'hash-1')).toBe(3);
    expect(turnedFrom(at(3), 'hash-2')).toBe(4);
    expect(turnedFrom(at(3), null)).toBe(4);
    expect(turnedFrom(gone, null)).toBe(4);
    expect(turnedFrom(gone, 'hash-1')).toBe(5);
    expect(turnedFrom(null, null)).toBe(0);
  });

  it('goes by the whole record, where its digest is known', () => {
    const digested = headFor([aContribution('a')], [], { ...FACTS, digest: 'd' });
    expect(turnedFrom(at(1, digested), 'hash-2', 'd')).toBe(1);
    expect(turnedFrom(at(1, digested), 'hash-1', 'e')).toBe(2);
  });
});

describe('a version', () => {
  const at = (minute: number, hashes: Readonly<Record<string, string>>) =>
    aPublication({ at: `2026-01-01T00:${String(minute).padStart(2, '0')}:00.000Z`, sequencer: String(minute), hashes });

  it('counts changes of the text, also back to an older one', () => {
    expect(versionOf([])).toBe(1);
    expect(versionOf([at(1, { '0001': 'a' }), at(2, { '0001': 'a' })])).toBe(1);
    expect(versionOf([at(1, { '0001': 'a' }), at(2, { '0001': 'b' }), at(3, { '0001': 'a' })])).toBe(3);
  });

  it('does not grow because a newer extractor reads the same bytes otherwise', () => {
    expect(versionOf([at(1, { '0001': 'a' }), at(2, { '0001': 'a', '0002': 'x' })])).toBe(1);
    expect(versionOf([at(1, { '0001': 'a', '0002': 'x' }), at(2, { '0002': 'x' })])).toBe(1);
  });

  it('is the same for every order of arrival', () => {
    const publications = fc.uniqueArray(
      fc.record({ minute: fc.integer({ min: 0, max: 59 }), hash: fc.constantFrom('a', 'b', 'c') }),
      { selector: ({ minute }) => minute, maxLength: 12 },
    );
    const shuffled = publications.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    const version = (list: readonly { minute: number; hash: string }[]) =>
      versionOf(list.map(({ minute, hash }) => at(minute, { '0001': hash })));
    fc.assert(
      fc.property(shuffled, ([list, other]) => version(list) === version(other)),
      { numRuns: 1_000 },
    );
  });
});
