/** Revisions are compared as text; that of a take-down wins over every reading of the same upload, and over no later one. */
import { describe, expect, it } from 'vitest';
import { SEQUENCER_WIDTH } from '../../shared/core/change.ts';
import { HistoryEntry, revisionOf, sequencerOf, takenDownRevision } from '../../shared/core/history.ts';

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

describe('an entry of the history', () => {
  it('is read whole; one from before texts were remembered has none', () => {
    const entry = { state: 'stored', at: 'T', versionId: 'v', articleId: 'a', contentHash: 'h', capturedAt: null };
    expect(HistoryEntry.parse(entry)).toEqual({ ...entry, text: null });
    expect(HistoryEntry.safeParse({ state: 'stored' }).success).toBe(false);
  });
});
