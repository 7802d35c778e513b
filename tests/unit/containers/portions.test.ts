/** The work on a container in messages: each does something, hands the rest on smaller, and there is an end; lists of any length are read. */
import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { memberEntryKey, membersPk } from '../../../shared/core/container-keys.ts';
import type { Portion } from '../../../shared/core/container-task.ts';
import { LIMITS } from '../../../shared/core/limits.ts';
import { STORE_LIMITS } from '../../../shared/core/store-limits.ts';
import { membersOf } from '../../../shared/pipeline/query-container.ts';
import { mostMembers, readPortion } from '../../../shared/pipeline/read-portion.ts';
import { aTar, warcRecords } from '../../../shared/testing/archives.ts';
import { memoryBucket } from '../../../shared/testing/memory-bucket.ts';
import { memoryTable } from '../../../shared/testing/memory-table.ts';
import { workedOff } from './worked-off.ts';

const KEY = 'incoming/x.bin';

const pages = Array.from({ length: 12 }, (_, at) => ({
  url: `https://lowquay.example/${at}`,
  date: '2026-01-01T00:00:00Z',
  html: `A page\nThe tide of day ${at} came in.`,
}));
const [info = new Uint8Array(), ...rest] = warcRecords(pages);
/** All pages in one packed piece, so that they begin at one place. */
const crawl = Buffer.concat([zlib.gzipSync(info), zlib.gzipSync(Buffer.concat(rest))]);
const archive = aTar(Array.from({ length: 12 }, (_, at) => ({ name: `${at}.txt`, content: `A page\nText ${at}.` })));

describe('a portion', () => {
  it.each([
    ['of members that begin at one place', crawl],
    ['of an archive', archive],
  ])('%s is left after each member when there is no time, and comes to its end', async (_, bytes) => {
    const { members, perMessage } = await workedOff(bytes, { isOver: () => true });
    expect(new Set(members).size).toBe(12);
    expect(perMessage).toEqual(perMessage.map(() => 1));
    expect(perMessage).toHaveLength(12);
  });

  it.each([
    ['of members that begin at one place', crawl],
    ['of an archive', archive],
  ])('%s is worked off as it is when it comes a second time, and one by one from the third on', async (_, bytes) => {
    expect((await workedOff(bytes, { receives: 2 })).perMessage).toEqual([12]);
    const { members, perMessage } = await workedOff(bytes, { receives: STORE_LIMITS.cutReceives });
    expect(new Set(members).size).toBe(12);
    expect(perMessage).toEqual([0, ...members.map(() => 1)]);
  });
});

describe('a long container', () => {
  const size = 10 * LIMITS.windowBytes;
  const portion: Portion = {
    ...{ kind: 'portion', format: 'json-lines', from: 0, until: LIMITS.windowBytes, skip: 0, take: null },
    ...{ isWindow: true, versionId: null },
  };

  it('of lines that are shorter than any article is read up to a bound in each window, and says where it stops', async () => {
    const bucket = memoryBucket();
    const change = bucket.put(KEY, '{"a":1}\n'.repeat(size / 8));
    const read = await readPortion(change, portion, bucket.objects);
    const placed = read?.placed ?? [];
    expect(placed).toHaveLength(mostMembers(size) + 1);
    expect(placed.at(-2)?.member.open).toThrow(expect.not.objectContaining({ code: 'container.too-many-members' }));
    expect(placed.at(-1)?.member.open).toThrow(expect.objectContaining({ code: 'container.too-many-members' }));
  });

  it('may hold as many members as one that is read whole, and two thousand a window when it is longer', () => {
    expect(mostMembers(1)).toBe(LIMITS.containerMembers);
    expect(mostMembers(size)).toBe(LIMITS.containerMembers / 10);
    expect(mostMembers(LIMITS.longContainerBytes)).toBe(LIMITS.windowMembers);
  });
});

describe('the list of a container', () => {
  it('is read to its end when it is longer than any other partition', async () => {
    const table = memoryTable();
    const count = STORE_LIMITS.partitionItems + STORE_LIMITS.pageItems + 1;
    const entry = { state: 'stored', code: null, articleId: null, sequencer: '1' };
    for (let at = 0; at < count; at += 1) {
      const memberId = `obj_${String(at).padStart(8, '0')}`;
      await table.put({ ...memberEntryKey('c', memberId), memberId, member: `${at}`, ...entry }, null);
    }
    expect(table.items()[0]?.pk).toBe(membersPk('c'));
    let found = 0;
    for await (const _ of membersOf('c', '1', table)) found += 1;
    expect(found).toBe(count);
  });
});
