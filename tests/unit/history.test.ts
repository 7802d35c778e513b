/** Revisions are compared as text; that of a take-down wins over every reading of the same upload, and over no later one. */
import { describe, expect, it } from 'vitest';
import { SEQUENCER_WIDTH } from '../../shared/core/change.ts';
import {
  HistoryEntry,
  historyName,
  historyOf,
  historyValue,
  revisionOf,
  sequencerOf,
  surplusHistory,
  takenDownRevision,
} from '../../shared/core/history.ts';
import { STORE_LIMITS } from '../../shared/core/store-limits.ts';

const padded = (sequencer: string) => sequencer.padEnd(SEQUENCER_WIDTH, '0');

describe('a revision that was taken down', () => {
  const revision = revisionOf(padded('0A'), 12);

  it('keeps the sequencer, and says by which extractor it was read', () => {
    expect(takenDownRevision(revision)).toBe(`${padded('0A')}#9012`);
    expect(sequencerOf(takenDownRevision(revision))).toBe(padded('0A'));
  });

  it('is its own when it is taken down once more', () => {
    const once = takenDownRevision(revision);
    expect(takenDownRevision(once)).toBe(once);
    expect(takenDownRevision(revisionOf(padded('0A'), 9_000))).toBe(`${padded('0A')}#9000`);
  });

  it('is later than any reading of the same upload, and earlier than the next upload', () => {
    expect(takenDownRevision(revision) > revisionOf(padded('0A'), 8_999)).toBe(true);
    expect(takenDownRevision(revision) < revisionOf(padded('0B'), 1)).toBe(true);
  });
});

const ENTRY = {
  state: 'removed',
  at: 'T',
  versionId: null,
  articleId: null,
  contentHash: null,
  capturedAt: null,
} as const;
const rowOf = (revisions: readonly string[]) =>
  Object.fromEntries(revisions.map((one) => [historyName(one), historyValue({ ...ENTRY, text: null })]));

describe('the history of a row', () => {
  it('is in the order of revisions, whatever the order of attributes', () => {
    const revisions = ['0A', '09', '1'].map((sequencer) => revisionOf(padded(sequencer), 7));
    const row = { ...rowOf(revisions), key: 'incoming/a' };
    const inOrder = ['09', '0A', '1'].map((sequencer) => `${padded(sequencer)}#0007`);
    expect(historyOf(row).map(({ revision }) => revision)).toEqual(inOrder);
  });

  it('loses its oldest entries beyond the limit, and none below it', () => {
    const all = Array.from({ length: STORE_LIMITS.history + 2 }, (_, index) =>
      revisionOf(padded(String(1000 + index)), 1),
    );
    const shuffled = [...all].reverse();
    expect(surplusHistory(rowOf(shuffled))).toEqual(all.slice(0, 2).map(historyName));
    expect(surplusHistory(rowOf(shuffled.slice(0, STORE_LIMITS.history)))).toEqual([]);
    expect(surplusHistory(rowOf(shuffled.slice(0, 3)))).toEqual([]);
  });
});

describe('an entry of the history', () => {
  it('is read whole; one from before texts were remembered has none', () => {
    const entry = { state: 'stored', at: 'T', versionId: 'v', articleId: 'a', contentHash: 'h', capturedAt: null };
    expect(HistoryEntry.parse(entry)).toEqual({ ...entry, text: null });
    expect(HistoryEntry.safeParse({ state: 'stored' }).success).toBe(false);
  });
});
