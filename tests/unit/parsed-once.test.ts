import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parsedOnce } from '../../shared/core/parsed-once.ts';

function counted() {
  let parses = 0;
  const schema = z.object({ name: z.string() }).transform((value) => {
    parses += 1;
    return value;
  });
  return { schema: parsedOnce(schema), parses: () => parses };
}

describe('an item of the table', () => {
  it('is checked once, however often it is asked what it says', () => {
    const { schema, parses } = counted();
    const item = { name: 'one', other: 1 };
    expect([schema.parse(item), schema.parse(item)]).toEqual([{ name: 'one' }, { name: 'one' }]);
    expect(parses()).toBe(1);
  });

  it('is not taken for another one that says the same', () => {
    const { schema, parses } = counted();
    expect([schema.parse({ name: 'one' }), schema.parse({ name: 'two' })]).toEqual([{ name: 'one' }, { name: 'two' }]);
    expect(parses()).toBe(2);
  });

  it('that is none is refused each time', () => {
    const { schema } = counted();
    const item = { name: 1 };
    expect(() => schema.parse(item)).toThrow();
    expect(() => schema.parse(item)).toThrow();
  });
});
