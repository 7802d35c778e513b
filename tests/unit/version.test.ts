/** A version is a run of equal content in time order, compared by the newest extractor that read both. */
import { describe, expect, it } from 'vitest';
import type { Publication } from '../../shared/core/contribution.ts';
import { versionOf, versionsOf } from '../../shared/core/version.ts';

const day = (of: number) => `2026-01-0${of}T00:00:00.000Z`;

function aPublication(sequencer: string, hashes: Publication['hashes'], given: Partial<Publication> = {}): Publication {
  return { sequencer, at: day(1), capturedAt: null, hashes, texts: [], ...given };
}
const order = (...publications: readonly Publication[]) => versionsOf(publications).map(({ sequencer }) => sequencer);

describe('versions', () => {
  it('are at least one, also of nothing', () => {
    expect(versionOf([])).toBe(1);
    expect(versionOf([aPublication('1', { '0001': 'x' })])).toBe(1);
  });

  it('come in the order of capture, then of upload, then of the sequencer, then of the content', () => {
    const [x, y] = [{ '0001': 'x' }, { '0001': 'y' }];
    expect(order(aPublication('1', x, { capturedAt: day(3) }), aPublication('2', y, { capturedAt: day(2) }))).toEqual([
      '2',
      '1',
    ]);
    expect(order(aPublication('1', x, { capturedAt: day(3) }), aPublication('2', y, { at: day(2) }))).toEqual([
      '2',
      '1',
    ]);
    expect(order(aPublication('1', x, { at: day(2) }), aPublication('2', y))).toEqual(['2', '1']);
    const sameCapture = { capturedAt: day(5) };
    expect(order(aPublication('1', x, { ...sameCapture, at: day(2) }), aPublication('2', y, sameCapture))).toEqual([
      '2',
      '1',
    ]);
    expect(order(aPublication('2', x), aPublication('1', y))).toEqual(['1', '2']);
    expect(versionsOf([aPublication('1', y), aPublication('1', x)]).map(({ hashes }) => hashes)).toEqual([x, y]);
  });

  it('grow with each change, also with one back to an older text, and not with the same again', () => {
    const said = ['x', 'x', 'y', 'x'].map((hash, index) => aPublication(String(index), { '0001': hash }));
    expect(order(...said)).toEqual(['0', '2', '3']);
  });

  it('are told apart by the newest extractor that read both, whatever others saw', () => {
    const first = aPublication('1', { '0001': 'x', '0002': 'same', '0003': 'p' });
    expect(order(first, aPublication('2', { '0001': 'y', '0002': 'same' }))).toEqual(['1']);
    expect(order(first, aPublication('2', { '0002': 'other', '0001': 'x' }))).toEqual(['1', '2']);
    expect(order(first, aPublication('2', { '0002': 'same', '0004': 'q' }))).toEqual(['1']);
  });

  it('are told apart by it also when older readings were noted later', () => {
    const first = aPublication('1', { '0002': 'new', '0001': 'same' });
    expect(order(first, aPublication('2', { '0002': 'other', '0001': 'same' }))).toEqual(['1', '2']);
  });

  it('are told apart by the newest reading of each when no extractor read both', () => {
    expect(order(aPublication('1', { '0002': 'x', '0001': 'old' }), aPublication('2', { '0003': 'x' }))).toEqual(['1']);
    expect(order(aPublication('1', { '0001': 'x' }), aPublication('2', { '0003': 'y' }))).toEqual(['1', '2']);
    expect(order(aPublication('1', {}), aPublication('2', {}))).toEqual(['1']);
  });
});
