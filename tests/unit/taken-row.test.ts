/** What a take-down leaves of a row: names and marks, and no word; and which versions and long records are still to go. */
import { describe, expect, it } from 'vitest';
import type { ObjectChange } from '../../shared/core/change.ts';
import type { Item } from '../../shared/core/item.ts';
import { type RowWrite, rejectedRow, removedRow, storedRow, takenDownRow } from '../../shared/core/object-row.ts';
import { plainFacts } from '../../shared/core/plain-facts.ts';
import {
  downAs,
  downNames,
  downVersions,
  namedIn,
  rowWithout,
  takenRow,
  traced,
  unpurged,
} from '../../shared/core/taken-row.ts';
import { textOfFacts } from '../../shared/core/text-id.ts';
import type { Tombstone, Tombstones } from '../../shared/core/tombstone.ts';
import { aRecord } from '../../shared/testing/a-record.ts';
import { aChange, aLook, aRemoval } from '../../shared/testing/builders.ts';

const AT = '2026-01-01T00:00:00.000Z';
const OURS = 'art_ours';
const record = (id: string, version = 3) => ({
  ...aRecord({ id }),
  extractor: { name: 'wirefold' as const, version },
});
const TEXT = textOfFacts(plainFacts(record(OURS)));

function stored(change: ObjectChange, id: string, version = 3): RowWrite {
  const one = record(id, version);
  return storedRow(change, one, plainFacts(one), AT, { packedAt: `bodies/${id}/${TEXT}/hash` });
}

/** The row that the last of these writes leaves, with the marks and traces of all. */
function rowOf(...writes: readonly RowWrite[]): Item {
  const marks = writes.flatMap(({ historyName, entry }) => (historyName === null ? [] : [[historyName, { ...entry }]]));
  const traces = Object.assign({}, ...writes.map(({ trace }) => trace));
  return { pk: 'obj#o', sk: 'obj', ...writes.at(-1)?.attributes, ...Object.fromEntries(marks), ...traces };
}

function down(...names: readonly string[]): Tombstones {
  const stone = (name: string): Tombstone => ({
    ...{ name, kind: name.startsWith('art_') ? 'article' : 'text', at: AT, reason: 'R', revision: AT },
    ...{ texts: [], articles: [], spares: ['art_spared'], lifted: null },
  });
  return new Map(names.map((name) => [name, stone(name)]));
}

const first = aChange({ sequencer: '01', versionId: 'v1' });
const second = aChange({ sequencer: '02', versionId: 'v2' });
const held = (change: ObjectChange, id = OURS) => takenDownRow(change, record(id), TEXT);

describe('a row whose article is taken down', () => {
  it('ends as one that was held back when it came, whichever came first', () => {
    const row = rowOf(stored(first, OURS));
    const taken = takenRow(row, down(OURS));
    expect(taken).not.toBeNull();
    expect(taken === null ? null : rowWithout(row, taken)).toEqual(rowOf(held(first)));
  });

  it('ends so too when it goes by its text, unless it is spared', () => {
    const row = rowOf(stored(first, OURS));
    expect(takenRow(row, down(TEXT))).toEqual(takenRow(row, down(OURS)));
    expect(takenRow(rowOf(stored(first, 'art_spared')), down(TEXT))).toBeNull();
    expect(takenRow(row, down('art_other'))).toBeNull();
    expect(takenRow(row, new Map())).toBeNull();
  });

  it('loses the marks of what it was before, and keeps what it is now', () => {
    const row = rowOf(stored(first, OURS), stored(second, 'art_spared'));
    const taken = takenRow(row, down(OURS));
    expect(taken?.row).toBeNull();
    expect(taken === null ? null : rowWithout(row, taken)).toEqual(rowOf(held(first), stored(second, 'art_spared')));
  });

  it('loses what a look has found, of which there is no mark', () => {
    const look = stored(aLook({ sequencer: '02', purged: 'v2' }), OURS);
    const row = rowOf(removedRow(aRemoval({ sequencer: '01' })), look);
    const taken = takenRow(row, down(OURS));
    expect(taken?.marks.remove).toEqual([]);
    expect(taken?.row?.set).toMatchObject({ state: 'taken-down', articleId: OURS, text: TEXT });
    expect(taken?.row?.remove).toEqual(expect.arrayContaining(['headline', 'packedAt', 'print', 'about']));
  });
});

describe('a member that another extractor has read since', () => {
  const member = { key: 'incoming/a.zip', member: 'a.txt' };
  const before = aChange({ ...member, sequencer: '01', versionId: 'v1' });
  const older = stored(before, OURS, 3);

  it('is down by any reading of the same bytes up to its own, and by no later one', () => {
    const row = rowOf(older, stored(before, 'art_next', 4));
    const taken = takenRow(row, down(OURS));
    expect(taken?.row?.set).toMatchObject({ state: 'taken-down', articleId: OURS, extractor: 3 });
    expect(taken?.row?.revision).toBe(held(before).revision);
    expect(takenRow({ ...row, extractor: 2 }, down(OURS))?.row).toBeNull();
  });

  it('is not down by what its container held before', () => {
    const row = rowOf(older, stored(aChange({ ...member, sequencer: '02', versionId: 'v2' }), 'art_next', 4));
    expect(takenRow(row, down(OURS))?.row).toBeNull();
  });

  it('is named by each of them; a file of its own only by what it shows and has published', () => {
    const row = rowOf(older, stored(before, 'art_next', 4));
    expect(new Set(namedIn(row).map(({ articleId }) => articleId))).toEqual(new Set([OURS, 'art_next']));
    expect(namedIn(row)).toHaveLength(5);
    expect(namedIn(rowOf(stored(first, OURS)))).toHaveLength(2);
    expect(namedIn(rowOf(removedRow(aRemoval())))).toEqual([]);
  });
});

describe('what is still to be purged', () => {
  it('is every version that was held back, and that no look has told to be gone', () => {
    const row = rowOf(held(first), stored(second, 'art_other'), held(aChange({ sequencer: '03', versionId: 'v3' })));
    expect(downVersions(row)).toEqual(new Set(['v1', 'v3']));
    expect(unpurged(row)).toEqual(['v1', 'v3']);
    expect(unpurged({ ...row, ...rowOf(removedRow(aLook({ sequencer: '04', purged: 'v1' }))) })).toEqual(['v3']);
  });

  it('is what a look has found and is down, though there is no mark of it', () => {
    const row = {
      ...rowOf(takenDownRow(aLook({ sequencer: '02', purged: 'v9' }), record(OURS), TEXT)),
      versionId: 'v1',
    };
    expect(downVersions(row)).toEqual(new Set(['v1']));
    expect(downVersions({ ...row, versionId: null })).toEqual(new Set());
  });

  it('is nothing of a member, whose container holds others', () => {
    const member = aChange({ member: 'a.txt', sequencer: '01', versionId: 'v1' });
    expect(unpurged(rowOf(held(member)))).toEqual([]);
  });

  it('is, of long records, all that went under the names that are down or that a look has placed', () => {
    const look = stored(aLook({ sequencer: '02', purged: 'v0' }), 'art_looked');
    const row = rowOf(held(first), look, stored(second, 'art_other'));
    expect(traced(row)).toEqual([{ articleId: 'art_looked', text: TEXT }]);
    expect(downNames(row)).toEqual([
      { articleId: OURS, text: TEXT },
      { articleId: 'art_looked', text: TEXT },
    ]);
  });
});

describe('a file that was taken down', () => {
  const name = { articleId: OURS, text: TEXT };

  it('says so while it is there, and once it is purged', () => {
    expect(downAs(rowOf(held(first)))).toEqual(name);
    const purged = removedRow(aLook({ sequencer: '02', purged: 'v1' }));
    expect(downAs(rowOf(held(first), purged))).toEqual(name);
  });

  it('says it no more once it was removed, refused or written anew', () => {
    expect(downAs(rowOf(held(first), removedRow(aRemoval({ sequencer: '02' }))))).toBeNull();
    const refusal = { code: 'article.no-text', message: 'None.', stopped: false } as const;
    expect(downAs(rowOf(held(first), rejectedRow(second, refusal)))).toBeNull();
    expect(downAs(rowOf(held(first), stored(second, 'art_other')))).toBeNull();
    expect(downAs(rowOf(removedRow(aRemoval())))).toBeNull();
  });
});
