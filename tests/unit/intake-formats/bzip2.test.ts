/** bzip2 is undone as bzip2 does it, within bounds, and what is broken is refused. */
import { describe, expect, it } from 'vitest';
import { bunzip2, isBzip2 } from '../../../shared/core/intake/bzip2/bunzip2.ts';
import { inflateAll } from '../../../shared/core/intake/inflate.ts';
import { LIMITS } from '../../../shared/core/limits.ts';
import { Rejection } from '../../../shared/core/rejection.ts';
import { ALL_BYTES, EMPTY, MIXED, PACKED_PAGE, RUNS, ZEROS } from './bzip2-vectors.ts';
import { PAGE } from './one-article.ts';

const MOST = 1024 * 1024;

function refusal(bytes: Uint8Array, most = MOST): string {
  try {
    bunzip2(bytes, most);
  } catch (error) {
    if (error instanceof Rejection) return error.code;
    throw error;
  }
  return 'read';
}

const mixed = (): Buffer => {
  let state = 1;
  return Buffer.from(
    Array.from({ length: 3_000 }, () => {
      state = (state * 1_103_515_245 + 12_345) & 0x7fff_ffff;
      return (state >> 16) & 0xff;
    }),
  );
};

describe('what bzip2 has packed', () => {
  it.each<readonly [string, Uint8Array, Buffer]>([
    ['a page', PACKED_PAGE, Buffer.from(PAGE)],
    ['nothing', EMPTY, Buffer.alloc(0)],
    ['every byte', ALL_BYTES, Buffer.from(Array.from({ length: 256 }, (_, at) => at))],
    [
      'runs of every length, over several blocks',
      RUNS,
      Buffer.concat(Array.from({ length: 600 }, (_, at) => Buffer.alloc(at, at & 1 ? 97 : 98))),
    ],
    ['bytes without a pattern', MIXED, mixed()],
    ['two streams, one behind the other', Buffer.concat([PACKED_PAGE, EMPTY, PACKED_PAGE]), Buffer.from(PAGE + PAGE)],
    ['a stream with something else behind it', Buffer.concat([PACKED_PAGE, Buffer.from('\n')]), Buffer.from(PAGE)],
  ])('comes out again: %s', (_, packed, bytes) => {
    expect(isBzip2(packed)).toBe(true);
    expect(Buffer.compare(Buffer.from(bunzip2(packed, MOST)), bytes)).toBe(0);
  });

  it('is found by its first bytes, also under gzip’s name', () => {
    const hints = { contentEncoding: 'gzip', name: 'page.html.gz' };
    expect(Buffer.from(inflateAll(PACKED_PAGE, hints)).toString()).toBe(PAGE);
  });

  it('may hold as much as asked for, and no byte more', () => {
    expect(bunzip2(PACKED_PAGE, Buffer.byteLength(PAGE))).toHaveLength(Buffer.byteLength(PAGE));
    expect(refusal(PACKED_PAGE, Buffer.byteLength(PAGE) - 1)).toBe('document.inflates-too-large');
    expect(ZEROS.length).toBeLessThan(100);
    expect(refusal(ZEROS, LIMITS.inflatedBytes)).toBe('document.inflates-too-large');
  });

  it('is refused when it was cut, wherever', () => {
    const codes = Array.from({ length: PACKED_PAGE.length - 10 }, (_, at) => refusal(PACKED_PAGE.subarray(0, at + 10)));
    expect(new Set(codes)).toEqual(new Set(['document.truncated']));
  });

  it('is refused when a bit of it was changed, whichever', () => {
    for (let at = 4; at < PACKED_PAGE.length; at += 1) {
      const changed = Buffer.from(PACKED_PAGE);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      expect(refusal(changed)).not.toBe('read');
    }
  });

  it('is refused in more pieces than any file has', () => {
    expect(refusal(Buffer.concat(Array.from({ length: LIMITS.bzip2Blocks + 1 }, () => EMPTY)))).toBe(
      'document.too-large',
    );
  });
});
