/** The short way of writes beside dynalite's own: the same items, answers, refusals and indexes, and nothing stored that dynalite refuses. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiError } from '../../infra/local/api-error.ts';
import { type Inner, openInner } from '../../infra/local/dynamodb/inner.ts';
import type { Image } from '../../infra/local/dynamodb/stream-record.ts';
import type { Json, JsonObject } from '../../infra/local/json.ts';
import { makeFeedTable } from './feed-table.ts';

const [QUICK, OWN] = ['quick', 'own'];

let folder: string;
let inner: Inner;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wirefold-writes-'));
  inner = await openInner(folder);
  for (const name of [QUICK, OWN]) await makeFeedTable(inner, name);
});
afterAll(async () => {
  await inner.close();
  await rm(folder, { recursive: true, force: true });
});

type Outcome = { readonly answer: JsonObject } | { readonly refused: string };

/** Null when the short way leaves the write to dynalite. */
async function quickly(operation: string, input: JsonObject, key: JsonObject): Promise<Outcome | null> {
  const before: Image | undefined = await inner.image(QUICK ?? '', key);
  if (before === undefined) return null;
  const written = await inner.write(operation, { ...input, TableName: QUICK }, key, before);
  if (written === null) return null;
  return written.holds ? { answer: written.answer } : { refused: 'ConditionalCheckFailedException' };
}

async function slowly(table: string | undefined, operation: string, input: JsonObject): Promise<Outcome> {
  try {
    return { answer: await inner.call(operation, { ...input, TableName: table }) };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { refused: error.code };
  }
}

const text = (S: string) => ({ S });
const KEYS = ['a', 'b'].map((sk) => ({ pk: text('p'), sk: text(sk) }));
const long = { ReturnConsumedCapacity: 'NONE' };

async function stored(table: string | undefined): Promise<Json> {
  const items = await Promise.all(
    KEYS.map((Key) => inner.call('GetItem', { TableName: table, Key, ConsistentRead: true, ...long })),
  );
  const indexed = await Promise.all(
    ['x', 'y'].map((feedPk) =>
      inner.call('Query', {
        ...{ TableName: table, IndexName: 'feed', KeyConditionExpression: 'feedPk = :f' },
        ...{ ExpressionAttributeValues: { ':f': text(feedPk) }, ...long },
      }),
    ),
  );
  return [...items, ...indexed];
}

const usual = fc.constantFrom<JsonObject>(
  ...['0', '7', '12'].map((N) => ({ N })),
  ...['x', 'y', 'ß', '\u{1f4a9}'].map(text),
);
const odd = fc.constantFrom<JsonObject>(
  ...['-3', '1.5', '1e3', '007', 'abc'].map((N) => ({ N })),
  ...[text(''), { BOOL: true }, { NULL: true }, { NULL: false }, { B: 'AAEC' }, { B: '?' }, {}, { SS: ['a'] }],
  { S: 'a', N: '1' },
);
const leaf = fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: odd });
const value: fc.Arbitrary<JsonObject> = fc.oneof(
  { weight: 4, arbitrary: leaf },
  { weight: 1, arbitrary: fc.array(leaf, { maxLength: 2 }).map((L) => ({ L })) },
  {
    weight: 1,
    arbitrary: fc.dictionary(fc.constantFrom('m', 'B'), leaf, { noNullPrototype: true }).map((M) => ({ M })),
  },
);
const name = fc.constantFrom('gen', 'gen', 'revision', 'revision', 'a', 'a', 'feedPk', 'feedSk', 'sk');
const attributes = fc.dictionary(name, value, { maxKeys: 3, noNullPrototype: true });
const guard = fc.oneof(
  fc.constant({}),
  name.map((one) => ({ ConditionExpression: 'attribute_not_exists(#g)', names: { '#g': one }, values: {} })),
  fc.record({ one: name, than: leaf }).map(({ one, than }) => ({
    ConditionExpression: 'attribute_not_exists(#g) OR #g < :g',
    ...{ names: { '#g': one }, values: { ':g': than } },
  })),
  fc.record({ one: name, than: leaf }).map(({ one, than }) => ({
    ...{ ConditionExpression: '#g = :g', names: { '#g': one }, values: { ':g': than } },
  })),
);
/** Now and then one that nothing refers to. */
const extra = fc.constantFrom(...Array<object>(9).fill({}), { '#z': 'z' });

function callOf({ names = {}, values = {}, ...rest }: Readonly<Record<string, unknown>>): JsonObject {
  const some = (field: string, given: unknown) => (Object.keys(given as object).length > 0 ? { [field]: given } : {});
  return {
    ...rest,
    ...some('ExpressionAttributeNames', names),
    ...some('ExpressionAttributeValues', values),
  } as JsonObject;
}

const put = fc.record({ key: fc.constantFrom(...KEYS), attributes, guard, extra }).map((one) => {
  const { names = {}, ...condition } = { names: {}, ...one.guard };
  const Item = { ...one.attributes, ...one.key };
  return {
    operation: 'PutItem',
    key: one.key,
    input: callOf({ ...condition, names: { ...names, ...one.extra }, Item }),
  };
});
const update = fc
  .record({ key: fc.constantFrom(...KEYS), attributes, removed: fc.uniqueArray(name, { maxLength: 2 }), guard, extra })
  .map((one) => {
    const { names = {}, values = {}, ...condition } = { names: {}, values: {}, ...one.guard };
    const sets = Object.entries(one.attributes).map(([own, given], at) => ({ own, given, at }));
    const parts = [
      sets.length > 0 ? `SET ${sets.map(({ at }) => `#s${at} = :s${at}`).join(', ')}` : '',
      one.removed.length > 0 ? `REMOVE ${one.removed.map((_, at) => `#r${at}`).join(', ')}` : '',
    ];
    const input = callOf({
      ...{ ...condition, Key: one.key, ReturnValues: 'ALL_NEW' },
      UpdateExpression: parts.filter((part) => part !== '').join(' '),
      names: {
        ...{ ...names, ...one.extra },
        ...Object.fromEntries(sets.map(({ own, at }) => [`#s${at}`, own])),
        ...Object.fromEntries(one.removed.map((own, at) => [`#r${at}`, own])),
      },
      values: { ...values, ...Object.fromEntries(sets.map(({ given, at }) => [`:s${at}`, given])) },
    });
    return { operation: 'UpdateItem', key: one.key, input };
  });

describe('a write on the short way', () => {
  it('ends as dynalite’s own does, whatever was there', async () => {
    let quick = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(put, update), { minLength: 1, maxLength: 8 }), async (writes) => {
        for (const { operation, key, input } of writes) {
          const short = await quickly(operation, input, key);
          if (short !== null) quick += 1;
          // What is left to dynalite is made by it in both tables.
          const outcome = short ?? (await slowly(QUICK, operation, input));
          expect(outcome).toEqual(await slowly(OWN, operation, input));
        }
        expect(await stored(QUICK)).toEqual(await stored(OWN));
      }),
      { numRuns: 60 },
    );
    expect(quick).toBeGreaterThan(30);
  });

  it.each([
    'attribute_not_exists(#g)',
    'attribute_not_exists(#g) OR #g < :g',
    '#g = :g',
  ])('heeds the guard %s for every pair of values as dynalite does', async (ConditionExpression) => {
    const texts = ['05', '06', '5', 'ß', '\u{1f4a9}'].map(text);
    const values = [...texts, ...['0', '5', '12'].map((N) => ({ N })), undefined];
    const [key = {}] = KEYS;
    let quick = 0;
    for (const there of values)
      for (const given of values.filter((one) => one !== undefined)) {
        const Item = { ...key, ...(there === undefined ? {} : { g: there }) };
        for (const TableName of [QUICK, OWN]) await inner.call('PutItem', { TableName, Item });
        const hasValue = ConditionExpression.includes(':g');
        const put = {
          ...{ Item: { ...key, g: given }, ConditionExpression, ExpressionAttributeNames: { '#g': 'g' } },
          ...(hasValue ? { ExpressionAttributeValues: { ':g': given } } : {}),
        };
        const short = await quickly('PutItem', put, key);
        if (short === null) continue;
        quick += 1;
        expect([there, given, short]).toEqual([there, given, await slowly(OWN, 'PutItem', put)]);
      }
    expect(quick).toBeGreaterThan(10);
  });
});
