/** Faces and versions of articles: functions of the set of what their objects give. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Contribution, newestFirst, type Publication } from '../../shared/core/contribution.ts';
import { Head, headOf, staleTexts } from '../../shared/core/head.ts';
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
  const [first] = contributions.filter(({ present }) => present).sort(newestFirst);
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
