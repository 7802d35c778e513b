/** What a record says of another one, when that may not be shown. */
import { describe, expect, it } from 'vitest';
import { concealed, namedIn } from '../../shared/core/concealed.ts';
import type { ArticleRecord } from '../../shared/core/record.ts';
import { aRecord } from '../../shared/testing/a-record.ts';

const OTHER = `art_${'1'.repeat(26)}`;
const THIRD = `art_${'2'.repeat(26)}`;
const UTC = '2020-01-01T00:00:00.000Z';

function copy(): ArticleRecord {
  const record = aRecord();
  return {
    ...record,
    copyOf: {
      ...{ id: OTHER, provider: null, relation: 'identical', direction: 'inferred' },
      ...{ coverage: 1, coverageOfOther: 1 },
    } as const,
    published: { ...record.published, contradicts: ['a date', `same text already published ${UTC} (${THIRD})`] },
    effectiveDate: { utc: UTC, basis: 'earliest-copy' } as const,
  };
}

describe('a record that names others', () => {
  it('says who they are, for who wants to look', () => {
    expect(namedIn(copy())).toEqual([OTHER, THIRD]);
    expect(namedIn(aRecord())).toEqual([]);
  });

  it('stays as it is when they may be shown', () => {
    const record = copy();
    expect(concealed(record, new Set(['art_x']))).toBe(record);
  });

  it('keeps that it is a copy, and of whom only while that may be known', () => {
    const record = concealed(copy(), new Set([OTHER]));
    expect(record.copyOf).toMatchObject({ id: null, relation: 'identical' });
    expect(record.effectiveDate.utc).toBe(UTC);
    const dated = concealed(copy(), new Set([THIRD]));
    expect(dated.copyOf?.id).toBe(OTHER);
    expect(dated.effectiveDate).toEqual(copy().sortDate);
    expect(JSON.stringify(dated)).not.toContain(UTC);
    expect(dated.published.contradicts).toEqual(['a date', expect.stringContaining('may not be shown')]);
  });
});
