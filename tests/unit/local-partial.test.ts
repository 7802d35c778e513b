/** What a function's answer to a batch means, as Lambda reads it. */
import { describe, expect, it } from 'vitest';
import type { Json } from '../../infra/local/json.ts';
import { failedItems } from '../../infra/local/mapping/partial.ts';

const failing = (...ids: readonly Json[]): Json => ({
  batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })),
});

describe('an answer to a batch of a and b', () => {
  it.each<[string, Json, readonly string[] | null]>([
    ['nothing', null, []],
    ['no list of failures', {}, []],
    ['an empty list', failing(), []],
    ['one item', failing('b'), ['b']],
    ['an item that was not sent', failing('b', 'c'), null],
    ['an empty identifier', failing(''), null],
    ['no identifier', { batchItemFailures: [{}] }, null],
    ['something that is no list', { batchItemFailures: 'b' }, null],
  ])('with %s', (_, answer, failed) => {
    expect(failedItems(answer, ['a', 'b'])).toEqual(failed);
  });
});
