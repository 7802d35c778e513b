/**
 * Containers with bytes changed at random: each opens, with members that are read or refused one by one, or is refused as a whole.
 * `WIREFOLD_FUZZ_RUNS=10000` (`npm run fuzz`) is the long form, for each kind.
 */
import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Portion } from '../../shared/core/container-task.ts';
import { readWindow } from '../../shared/core/intake/containers/long-format.ts';
import { longFormat } from '../../shared/core/intake/containers/long-formats.ts';
import type { Member } from '../../shared/core/intake/containers/member.ts';
import { membersInside } from '../../shared/core/intake/containers/nested.ts';
import { openContainer } from '../../shared/core/intake/containers/open-container.ts';
import { LIMITS } from '../../shared/core/limits.ts';
import { Rejection } from '../../shared/core/rejection.ts';
import { readPortion } from '../../shared/pipeline/read-portion.ts';
import { aTar, aZip } from '../../shared/testing/archives.ts';
import { memoryBucket } from '../../shared/testing/memory-bucket.ts';
import { CONTAINERS } from '../unit/containers/held-articles.ts';
import { inBounds } from './in-bounds.ts';

const numRuns = Number(process.env['WIREFOLD_FUZZ_RUNS'] ?? 25);
const WATCHDOG_MS = 60_000 + numRuns * 60;

const WHOLE = { kind: 'portion', from: 0, skip: 0, take: null, isWindow: false } as const;
const LONG_PORTIONS: readonly { readonly name: string; readonly portion: Pick<Portion, 'format' | 'packing'> }[] = [
  { name: 'zip', portion: { format: 'zip' } },
  { name: 'tar', portion: { format: 'tar' } },
  { name: 'tar.gz', portion: { format: 'tar', packing: 'gzip' } },
  { name: 'tar.zst', portion: { format: 'tar', packing: 'zstd' } },
  { name: 'JSON Lines, packed', portion: { format: 'json-lines', packing: 'gzip' } },
  { name: 'WARC, packed at once', portion: { format: 'warc', packing: 'gzip' } },
];

const edit = fc.record({
  at: fc.nat(100_000),
  kind: fc.constantFrom('flip', 'cut', 'repeat', 'end'),
  size: fc.integer({ min: 1, max: 200 }),
});
type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never;

function edited(bytes: Buffer, { at, kind, size }: Edit): Buffer {
  const place = at % (bytes.length + 1);
  const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
  const piece = after.subarray(0, size);
  if (kind === 'flip') return Buffer.concat([before, piece.map((value) => value ^ size), after.subarray(size)]);
  if (kind === 'cut') return Buffer.concat([before, after.subarray(size)]);
  return kind === 'end' ? before : Buffer.concat([before, piece, piece, after]);
}

/** Each in an archive, beside itself. */
const NESTED = CONTAINERS.flatMap(([name, content]): readonly (readonly [string, Uint8Array])[] => {
  const files = ['a', 'b'].map((file) => ({ name: file, content }));
  return name.includes('packed')
    ? [[`${name}, in a tar`, aTar(files)]]
    : [[`${name}, in a zip`, aZip(files, { method: 0 })]];
});

function membersOf(bytes: Uint8Array): readonly Member[] {
  const format = longFormat(bytes, bytes.length);
  if (format === null) {
    const found = openContainer(bytes, { contentType: null, contentEncoding: null, name: 'x' });
    return (found?.members ?? []).flatMap((member) => membersInside(member, null) ?? [member]);
  }
  const stretch = { bytes, base: 0, isEnd: true };
  return readWindow(format, stretch, 0, bytes.length).placed.map(({ member }) => member);
}

/** Null for what is refused. */
function orRefused<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof Rejection) return null;
    throw error;
  }
}

describe('a damaged container', () => {
  it.each([...CONTAINERS, ...NESTED])(
    '%s: is read member by member, or refused',
    { timeout: WATCHDOG_MS },
    async (_, bytes) => {
      const property = fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
        // Decompressors are let go between two turns of the loop.
        await turn();
        inBounds(() => {
          const members = orRefused(() => membersOf(edits.reduce(edited, Buffer.from(bytes)))) ?? [];
          expect(new Set(members.map(({ name }) => name)).size).toBe(members.length);
          for (const { open } of members) {
            const document = orRefused(open);
            if (document !== null) expect(document.text.isWellFormed()).toBe(true);
          }
        });
      });
      await fc.assert(property, { numRuns, seed: 20_310_305 });
    },
  );
});

describe('a damaged container that is too long to be read whole', () => {
  const LONG = CONTAINERS.flatMap(([name, bytes]) =>
    LONG_PORTIONS.flatMap((one) => (one.name === name ? [{ ...one, bytes }] : [])),
  );

  it.each(LONG)('$name: is read member by member, or refused', { timeout: WATCHDOG_MS }, async ({ bytes, portion }) => {
    const property = fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
      const bucket = memoryBucket();
      const changed = edits.reduce(edited, Buffer.from(bytes));
      const { versionId, ...ref } = bucket.put('incoming/x', changed);
      const until = portion.format === 'zip' ? 2 : LIMITS.streamWindowBytes;
      const whole = { ...WHOLE, ...portion, until, versionId };
      const read = await readPortion(ref, whole, bucket.objects).catch((error: unknown) => {
        if (error instanceof Rejection) return null;
        throw error;
      });
      for (const { member } of read?.placed ?? []) orRefused(member.open);
    });
    await fc.assert(property, { numRuns, seed: 20_310_307 });
  });
});

describe('a container that is read by windows', () => {
  const LONG = CONTAINERS.filter(([, bytes]) => longFormat(bytes, bytes.length) !== null);

  it.each(LONG)('%s: has each member in one window, wherever the windows end', (_, bytes) => {
    const format = longFormat(bytes, bytes.length);
    if (format === null) throw new Error('no long format');
    const property = fc.property(fc.integer({ min: 1, max: bytes.length }), (size) => {
      const names: string[] = [];
      for (let from = 0; from < bytes.length; from += size) {
        const base = Math.max(0, from - format.before);
        const stretch = { bytes: bytes.subarray(base), base, isEnd: true };
        const { placed } = readWindow(format, stretch, from, Math.min(from + size, bytes.length));
        names.push(...placed.map(({ member }) => member.name));
      }
      expect(names).toEqual(membersOf(bytes).map(({ name }) => name));
    });
    fc.assert(property, { numRuns: 30 });
  });

  it.each(
    LONG,
  )('%s: asks for more where a member ends beyond the bytes at hand, and knows no more than them', (_, bytes) => {
    const format = longFormat(bytes, bytes.length);
    const whole = membersOf(bytes).map(({ name }) => name);
    for (let end = 64; end < bytes.length; end += 97) {
      const stretch = { bytes: bytes.subarray(0, end), base: 0, isEnd: false };
      const read = format === null ? null : readWindow(format, stretch, 0, bytes.length);
      const names = read?.placed.map(({ member }) => member.name) ?? [];
      expect(whole.slice(0, names.length)).toEqual(names);
    }
  });
});
