/** What an older schema stored, item by item, as it is read today. */
import { describe, expect, it } from 'vitest';
import { NewerSchema, SCHEMA } from '../../shared/core/migrations/schema.ts';
import { upgradedItem, upgradedRecord } from '../../shared/core/migrations/upgrade.ts';

const TODAY = { schema: SCHEMA };

describe('an item without a schema', () => {
  it.each([
    ['a stored row', { pk: 'obj#a', sk: 'obj', state: 'stored', revision: '0#0003' }, { digest: '', extractor: 3 }],
    ['any other row', { pk: 'obj#a', sk: 'obj', state: 'removed', revision: '0#0000' }, { extractor: 0 }],
    ['a row without a revision', { pk: 'obj#a', sk: 'obj', state: 'removed' }, { extractor: 0 }],
    ['a head', { pk: 'art#a', sk: 'head', live: true }, { digest: '', turn: 0 }],
    ['the head of what is gone', { pk: 'art#a', sk: 'head', live: false }, { turn: 0 }],
    ['a contribution', { pk: 'art#a', sk: 'obj#o', facts: { a: 1 } }, { facts: { digest: '', a: 1 } }],
    ['one that gives nothing', { pk: 'art#a', sk: 'obj#o', facts: null }, {}],
    ['one with a list', { pk: 'art#a', sk: 'obj#o', facts: ['x'] }, {}],
    ['one with bytes', { pk: 'art#a', sk: 'obj#o', facts: new Uint8Array([1]) }, {}],
    ['anything else', { pk: 'text#a', sk: 'node' }, {}],
  ])('that is %s is read as one of today', (_, item, more) => {
    expect(upgradedItem(item)).toEqual({ ...item, ...more, ...TODAY });
  });
});

describe('an item of today', () => {
  it('is left as it is', () => {
    const [item, record] = [
      { pk: 'obj#a', sk: 'obj', ...TODAY },
      { id: 'art_a', ...TODAY },
    ];
    expect([upgradedItem(item), upgradedRecord(record)]).toEqual([item, record]);
    expect(upgradedItem(item)).toBe(item);
    expect(upgradedRecord({ id: 'art_a' })).toEqual({ id: 'art_a', ...TODAY });
  });

  it('of a newer schema, or of none that is one, is refused by name', () => {
    const newer = { pk: 'obj#a', sk: 'obj', schema: SCHEMA + 1 };
    expect(() => upgradedItem(newer)).toThrow(NewerSchema);
    expect(() => upgradedItem(newer)).toThrow(
      `obj#a obj was written in schema ${SCHEMA + 1}; this version of Wirefold knows schemas up to ${SCHEMA}. Use the newer version that wrote it.`,
    );
    for (const schema of ['2', 1.5, 0]) {
      expect(() => upgradedItem({ pk: 'obj#a', sk: 'obj', schema })).toThrow('obj#a obj names no schema');
      expect(() => upgradedRecord({ id: 'art_a', schema })).toThrow('The record art_a names no schema');
    }
  });
});
