/** The short way to items beside dynalite's own: the same answers, and nothing answered that dynalite refuses. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Inner, openInner } from '../../infra/local/dynamodb/inner.ts';
import type { JsonObject } from '../../infra/local/json.ts';
import { active, makeFeedTable } from './feed-table.ts';

const TableName = 'articles';
const text = (value: string) => ({ S: value });
const SORTS = ['a', 'ab', 'a~', 'a/', 'b', 'ß', '\u{1f4a9}', 'b0', 'B', '2026-01-02#x'];
const ITEMS = ['p', 'p/', 'q'].flatMap((pk) =>
  SORTS.map((sk, at) => ({
    ...{ pk: text(pk), sk: text(sk), n: { N: String(at) }, bytes: { B: 'AAEC' }, list: { L: [text('"\n')] } },
    ...(at % 3 === 0 ? {} : { feedPk: text(at % 2 === 0 ? 'even' : 'odd'), feedSk: text(sk) }),
  })),
);

let folder: string;
let inner: Inner;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wirefold-quick-'));
  inner = await openInner(folder);
  await makeFeedTable(inner, TableName);
  for (const Item of ITEMS) await inner.call('PutItem', { TableName, Item });
});
afterAll(async () => {
  await inner.close();
  await rm(folder, { recursive: true, force: true });
});

/** What the short way leaves alone, and changes nothing. */
const LONG = { ReturnConsumedCapacity: 'NONE' };

async function bothWays(operation: string, input: JsonObject) {
  const quick = await inner.read(operation, input);
  const own = await inner.call(operation, { ...input, ...LONG });
  return { quick: quick === null ? null : JSON.parse(quick), own };
}

const condition = (names: readonly string[], rest: string) => ({
  KeyConditionExpression: `#h = :h${rest}`,
  ExpressionAttributeNames: Object.fromEntries(names.map((name, at) => [at === 0 ? '#h' : '#r', name])),
});

const value = fc.constantFrom(...SORTS, 'c', 'a#', '2026');
const query = fc
  .record({
    limit: fc.integer({ min: 1, max: 12 }),
    forward: fc.constantFrom({}, { ScanIndexForward: false }, { ScanIndexForward: true }),
    place: fc.constantFrom(
      ...['p', 'p/', 'q', 'none'].map((hash) => ({ names: ['pk', 'sk'], hash, where: { ConsistentRead: true } })),
      ...['even', 'odd', 'none'].map((hash) => ({ names: ['feedPk', 'feedSk'], hash, where: { IndexName: 'feed' } })),
    ),
    rest: fc.constantFrom('', ' AND begins_with(#r, :r)', ' AND #r < :r'),
    value,
  })
  .map(({ limit, forward, place: { names, hash, where }, rest, value: bound }) => ({
    ...{ TableName, Limit: limit, ...where, ...forward },
    ...condition(rest === '' ? names.slice(0, 1) : names, rest),
    ExpressionAttributeValues: { ':h': text(hash), ...(rest === '' ? {} : { ':r': text(bound) }) },
  }));

describe('a stretch of a partition', () => {
  it('is what dynalite finds, for every condition, order and limit', () =>
    fc.assert(
      fc.asyncProperty(query, async (input) => {
        const { quick, own } = await bothWays('Query', input);
        expect(quick).toEqual(own);
      }),
      { numRuns: 60 },
    ));

  it('goes on behind a key as dynalite does, in pages', () =>
    fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.constantFrom('', 'a', 'b'),
        fc.integer({ min: 1, max: 4 }),
        async (forward, beginning, limit) => {
          const isAll = beginning === '';
          const input = {
            ...{ TableName, Limit: limit, ScanIndexForward: forward },
            ...condition(isAll ? ['pk'] : ['pk', 'sk'], isAll ? '' : ' AND begins_with(#r, :r)'),
            ExpressionAttributeValues: { ':h': text('p'), ...(isAll ? {} : { ':r': text(beginning) }) },
          };
          const starts = ITEMS.filter(({ pk, sk }) => pk.S === 'p' && sk.S.startsWith(beginning));
          for (const { pk, sk } of starts) {
            const { quick, own } = await bothWays('Query', { ...input, ExclusiveStartKey: { pk, sk } });
            expect(quick).toEqual(own);
          }
        },
      ),
      { numRuns: 8 },
    ));
});

describe('items by their keys', () => {
  it('are those that dynalite finds, in another order than asked for', async () => {
    const Keys = [...ITEMS.slice(3, 9).map(({ pk, sk }) => ({ pk, sk })), { pk: text('p'), sk: text('none') }];
    const { quick, own } = await bothWays('BatchGetItem', { RequestItems: { [TableName]: { Keys } } });
    const inOrder = (answer: JsonObject) =>
      JSON.stringify(Object(answer['Responses'])[TableName].map(JSON.stringify).sort());
    expect(inOrder(quick)).toBe(inOrder(own));
    expect(quick.UnprocessedKeys).toEqual({});
    expect(quick.Responses[TableName][0]).toEqual(ITEMS[8]);
  });

  it.each([0, 7, 29])('one at a time: %i', async (at) => {
    const { pk, sk } = ITEMS[at] ?? { pk: text('none'), sk: text('none') };
    const { quick, own } = await bothWays('GetItem', { TableName, Key: { pk, sk } });
    expect(quick).toEqual(own);
  });
});

const KEY = { pk: text('p'), sk: text('a') };
const ASKED = { TableName, Limit: 5, ...condition(['pk'], ''), ExpressionAttributeValues: { ':h': text('p') } };

describe('what dynalite has to judge is left to it', () => {
  it.each<[string, string, JsonObject]>([
    ['a key twice', 'BatchGetItem', { RequestItems: { [TableName]: { Keys: [KEY, KEY] } } }],
    ['no key', 'BatchGetItem', { RequestItems: { [TableName]: { Keys: [] } } }],
    ['half a key', 'GetItem', { TableName, Key: { pk: text('p') } }],
    ['a number for a text', 'GetItem', { TableName, Key: { pk: text('p'), sk: { N: '1' } } }],
    ['an empty text', 'GetItem', { TableName, Key: { pk: text('p'), sk: text('') } }],
    ['an attribute too many', 'GetItem', { TableName, Key: { ...KEY, more: text('x') } }],
    ['no such table', 'GetItem', { TableName: 'other', Key: KEY }],
    ['a name that is not used', 'Query', { ...ASKED, ExpressionAttributeNames: { '#h': 'pk', '#x': 'x' } }],
    ['a value that is not there', 'Query', { ...ASKED, ExpressionAttributeValues: {} }],
    ['another attribute than the key', 'Query', { ...ASKED, ExpressionAttributeNames: { '#h': 'n' } }],
    ['a start in another partition', 'Query', { ...ASKED, ExclusiveStartKey: { ...KEY, pk: text('q') } }],
    ['no such index', 'Query', { ...ASKED, IndexName: 'none' }],
    ['an index read as it is', 'Query', { ...ASKED, IndexName: 'feed', ConsistentRead: true }],
    ['a limit of nothing', 'Query', { ...ASKED, Limit: 0 }],
  ])('%s', async (_, operation, input) => {
    expect(await inner.read(operation, input)).toBeNull();
    await expect(inner.call(operation, input)).rejects.toThrow();
  });

  it('a filter, and an answer of a megabyte', async () => {
    const filtered = {
      ...ASKED,
      FilterExpression: 'n > :n',
      ExpressionAttributeValues: { ':h': text('p'), ':n': { N: '100' } },
    };
    expect(await inner.read('Query', filtered)).toBeNull();
    expect(await inner.call('Query', filtered)).toMatchObject({ ScannedCount: 5, Count: 0 });
    for (const name of ['x', 'y', 'z', 'zz'])
      await inner.call('PutItem', {
        TableName,
        Item: { pk: text('large'), sk: text(name), body: text('w'.repeat(390_000)) },
      });
    const large = { ...ASKED, ExpressionAttributeValues: { ':h': text('large') } };
    expect(await inner.read('Query', large)).toBeNull();
    expect(await inner.call('Query', large)).toMatchObject({ Count: 3, LastEvaluatedKey: { sk: text('z') } });
  });
});

describe('a table that is made anew', () => {
  it('is not taken for the one that was there', async () => {
    const make = (hash: string) =>
      inner.call('CreateTable', {
        ...{ TableName: 'passing', BillingMode: 'PAY_PER_REQUEST' },
        KeySchema: [{ AttributeName: hash, KeyType: 'HASH' }],
        AttributeDefinitions: [{ AttributeName: hash, AttributeType: 'S' }],
      });
    await make('a');
    await active(inner, 'passing');
    expect(await inner.read('GetItem', { TableName: 'passing', Key: { a: text('x') } })).toBe('{}');
    await inner.call('DeleteTable', { TableName: 'passing' });
    await vi.waitFor(async () => expect(await inner.call('ListTables', {})).toEqual({ TableNames: [TableName] }));
    await make('b');
    await active(inner, 'passing');
    expect(await inner.read('GetItem', { TableName: 'passing', Key: { a: text('x') } })).toBeNull();
    expect(await inner.read('GetItem', { TableName: 'passing', Key: { b: text('x') } })).toBe('{}');
  });
});
