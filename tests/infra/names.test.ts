import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { BODIES_PREFIX } from '../../infra/bucket.ts';
import {
  DERIVED_PARTITIONS,
  EVENT_PARTITIONS,
  OBJECT_ROW_PREFIX,
  PLACED_NOTES,
  PURGE_NOTES,
  STORY_PREFIX,
  STORY_SUMMARY,
  TOMBSTONES,
} from '../../infra/partitions.ts';
import { FEED_INDEX } from '../../infra/table.ts';
import { feedInput } from '../../shared/aws/table-requests.ts';
import {
  articlePk,
  DIRECTORY_PK,
  eventEntryKey,
  eventPlaceKey,
  listPk,
  objectKey,
  postingPk,
  storyDayKey,
  storyPk,
  summaryKey,
  textPk,
  topicKey,
} from '../../shared/core/keys.ts';
import {
  PLACED_PREFIX,
  PURGES_PK,
  purgeKey,
  TAKE_DOWNS_PK,
  TOMBSTONE_PREFIX,
  tombstoneKey,
} from '../../shared/core/operating-keys.ts';
import { cleanBytes } from '../../shared/pipeline/clean.ts';
import { placeRecord } from '../../shared/pipeline/place-record.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { memoryStore } from '../../shared/testing/memory-store.ts';

const NOW = '2024-05-01T12:00:00.000Z';

describe('names that the stack and the code must agree on', () => {
  it('are the prefix by which the stream wakes group: object rows and nothing that group writes', () => {
    expect(objectKey('x').pk.startsWith(OBJECT_ROW_PREFIX)).toBe(true);
    expect(
      [articlePk('x'), textPk('x'), postingPk('x'), storyPk('x')].filter((pk) => pk.startsWith(OBJECT_ROW_PREFIX)),
    ).toEqual([]);
  });

  it('are the partitions that group may write, and the one that only ingest may', () => {
    const allowed = (pk: string) =>
      DERIVED_PARTITIONS.some((one) => (one.endsWith('*') ? pk.startsWith(one.slice(0, -1)) : pk === one));
    const derived = [
      articlePk('x'),
      textPk('x'),
      postingPk('x'),
      storyPk('x'),
      listPk('outlet', 'x'),
      DIRECTORY_PK,
      PURGES_PK,
    ];
    expect(derived.filter((pk) => !allowed(pk))).toEqual([]);
    expect(allowed(objectKey('x').pk)).toBe(false);
    expect(PURGE_NOTES).toBe(purgeKey('x').pk);
    expect(TOMBSTONES).toBe(`${TOMBSTONE_PREFIX}*`);
    expect(PLACED_NOTES).toBe(`${PLACED_PREFIX}*`);
    expect([tombstoneKey('x').pk, TAKE_DOWNS_PK].filter(allowed)).toEqual([]);
  });

  it('are the summary by which the stream wakes gather, and the partitions of events, among which it is not', () => {
    expect(summaryKey('sty_x')).toEqual({ pk: `${STORY_PREFIX}sty_x`, sk: STORY_SUMMARY });
    const allowed = (pk: string) => EVENT_PARTITIONS.some((one) => pk.startsWith(one.slice(0, -1)));
    const day = storyDayKey('2024-05-01T00:00:00.000Z', 'sty_x');
    const events = [
      eventPlaceKey('sty_x'),
      eventEntryKey('evt_x', 'sty_x'),
      topicKey('k', '2024-05-01T00:00:00.000Z', 'sty_x'),
      day,
    ];
    expect(events.map(({ pk }) => pk).filter((pk) => !allowed(pk))).toEqual([]);
    expect(allowed(summaryKey('sty_x').pk)).toBe(false);
  });

  it('are the index that lists are read from', () => {
    const query = { feedPk: 'day#2024-05-01#0', before: null, limit: 1 };
    expect(feedInput('table', query, null).IndexName).toBe(FEED_INDEX);
  });

  it('are the prefix under which ingest may write what is too large for a row', async () => {
    const store = memoryStore(lineReader);
    const puts: string[] = [];
    const bodies = { ...store.bucket.bodies, put: async (name: string) => void puts.push(name) };
    // Hashes hardly compress, so this record outgrows its row.
    const noise = Array.from({ length: 8_000 }, (_, n) => createHash('sha256').update(String(n)).digest('hex'));
    const record = await cleanBytes(
      Buffer.from(`Noise\n${noise.join('\n')}`),
      { path: 'n.txt', modifiedAt: NOW },
      lineReader,
    );
    await placeRecord(record, 'text', { ...store, bodies });
    expect(puts).toEqual([expect.stringMatching(new RegExp(`^${BODIES_PREFIX}${record.id}/text/[0-9a-f]{64}$`))]);
  });
});
