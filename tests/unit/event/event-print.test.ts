import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidatesToRead } from '../../../shared/core/event/event-candidates.ts';
import { eventKeys } from '../../../shared/core/event/event-keys.ts';
import { KEYS, PRINT_TERMS, WRITTEN_KEYS } from '../../../shared/core/event/event-limits.ts';
import { packPrint, unpackPrint } from '../../../shared/core/event/packed-print.ts';
import { aPrint } from './news.ts';

const LONG = Array.from({ length: 900 }, (_, at) => `Name${at} met other${at * 7}`).join('. ');

describe('a print', () => {
  it('stays under 0.6 KB however long the story is', () => {
    const print = aPrint({ paragraphs: [LONG] });
    expect(print.terms.length).toBeLessThanOrEqual(PRINT_TERMS);
    expect(packPrint(print).length).toBeLessThan(600);
  });

  it('is the same after it was packed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('en', 'ja', 'und'), (text, language) => {
        const print = aPrint({ paragraphs: [text], language });
        expect(unpackPrint(packPrint(print))).toEqual(print);
      }),
    );
  });

  it('keeps a date before 1970 and the lack of one', () => {
    for (const published of ['1931-02-03T04:05:00Z', null]) {
      const print = aPrint({ published });
      expect(unpackPrint(packPrint(print))?.minutes).toBe(print.minutes);
    }
  });

  it('of another format is refused', () => {
    const bytes = packPrint(aPrint());
    expect(unpackPrint(bytes.with(0, 99))).toBeNull();
    expect(unpackPrint(bytes.subarray(0, bytes.length - 1))).toBeNull();
    expect(unpackPrint(new Uint8Array())).toBeNull();
  });

  it('holds nothing of an empty story', () => {
    expect(aPrint({ headline: null, paragraphs: [] }).terms).toEqual([]);
  });
});

describe('keys', () => {
  it('are few', () => {
    const { written, own } = eventKeys(aPrint({ paragraphs: [LONG] }));
    expect(own).toHaveLength(KEYS);
    expect(written).toEqual(own.slice(0, WRITTEN_KEYS));
  });

  it('let two stories meet on either side of the edge of a week', () => {
    const before = eventKeys(aPrint({ published: '2031-05-07T23:00:00Z' }));
    const after = eventKeys(aPrint({ published: '2031-05-08T01:00:00Z' }));
    expect(before.own).not.toEqual(after.own);
    expect(after.neighbours).toEqual(before.own);
    expect(before.neighbours).toEqual(after.own);
  });

  it('of stories without a date have a week of their own', () => {
    expect(eventKeys(aPrint({ published: null })).own.every((key) => key.endsWith('#x'))).toBe(true);
  });
});

describe('candidates', () => {
  it('are those that share most keys, the newer first', () => {
    expect(candidatesToRead([['a', 'b', 'c'], ['b'], ['d']])).toEqual(['b', 'c', 'a']);
  });

  it('of no keys are none', () => {
    expect(candidatesToRead([[], []])).toEqual([]);
  });
});
