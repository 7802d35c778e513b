/** What becomes of one object of another bucket, by what is under its key already. */
import { describe, expect, it } from 'vitest';
import { backfill } from '../../shared/pipeline/backfill.ts';
import type { Held } from '../../shared/pipeline/backfill-ports.ts';

const ENTRY = { key: 'a.html', etag: 'e1', bytes: 5, lastModified: '2020-01-02T00:00:00.000Z' };
const REQUEST = { prefix: '', since: null, after: null, rate: 1, dryRun: false, facts: {} };

async function become(held: Held | null, entry = ENTRY) {
  const copied: string[] = [];
  const target = { held: async () => held, copy: async (_: unknown, key: string) => void copied.push(key) };
  const { state } = await backfill(entry, REQUEST, target, { take: async () => {} });
  return [state, copied];
}
const held = (more: Partial<Held>): Held => ({
  etag: 'e2',
  copiedEtag: null,
  lastModified: '2020-01-01T00:00:00.000Z',
  ...more,
});

describe('an object of another bucket', () => {
  it.each([
    ['copied where nothing is', null, ['copied', ['incoming/a.html']]],
    ['left where the same bytes are', held({ etag: 'e1' }), ['same', []]],
    ['left where a copy of it is that a key encrypts', held({ copiedEtag: 'e1' }), ['same', []]],
    ['copied over what is older', held({}), ['copied', ['incoming/a.html']]],
    ['not copied over what is newer', held({ lastModified: '2020-01-03T00:00:00.000Z' }), ['newer', []]],
  ])('is %s', async (_, there, expected) => {
    expect(await become(there)).toEqual(expected);
  });

  it('is refused when S3 could not copy it', async () => {
    expect(await become(null, { ...ENTRY, bytes: 5 * 1024 ** 3 + 1 })).toEqual(['refused', []]);
    expect(await become(null, { ...ENTRY, key: 'ü'.repeat(508) })).toEqual(['refused', []]);
    expect(await become(null, { ...ENTRY, key: 'ü'.repeat(507) })).toEqual(['copied', [`incoming/${'ü'.repeat(507)}`]]);
  });
});
