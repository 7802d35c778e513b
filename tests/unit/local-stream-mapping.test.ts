/** The local run's way from a table's stream to a function: several batches at once, each partition key in order, nothing passed over. */
import { afterEach, describe, expect, it } from 'vitest';
import { makeBell } from '../../infra/local/bell.ts';
import { openDatabase } from '../../infra/local/database.ts';
import type { StreamRecord } from '../../infra/local/dynamodb/stream-log.ts';
import { isObject, type Json, objectAt, objectsAt, textAt } from '../../infra/local/json.ts';
import { FunctionFailure } from '../../infra/local/lambda/failure.ts';
import type { Mapping } from '../../infra/local/mapping/mapping.ts';
import { startStreamMapping } from '../../infra/local/mapping/stream-mapping.ts';
import { makeMeter } from '../../infra/local/meter.ts';
import { openMessages } from '../../infra/local/sqs/messages.ts';
import { openQueues } from '../../infra/local/sqs/queues.ts';

const BATCH = 5;
/** Enough that one of two lanes cannot have them all. */
const KEYS = Array.from({ length: 8 }, (_, at) => `key ${at}`);

/** `key 3`, its second record //=> `key 3/1` */
function recordsOf(keys: readonly string[], each: number): readonly StreamRecord[] {
  const names = Array.from({ length: each }, (_, turn) => keys.map((key) => ({ key, turn }))).flat();
  return names.map(({ key, turn }, at) => ({
    place: at + 1,
    record: { dynamodb: { Keys: { pk: { S: key }, sk: { S: String(turn) } }, SequenceNumber: `1${at + 1}` } },
  }));
}

function namesIn(event: Json): readonly string[] {
  if (!isObject(event)) return [];
  return objectsAt(event, 'Records').map((record) => {
    const keys = objectAt(objectAt(record, 'dynamodb'), 'Keys');
    return `${textAt(objectAt(keys, 'pk'), 'S')}/${textAt(objectAt(keys, 'sk'), 'S')}`;
  });
}

interface Call {
  readonly names: readonly string[];
  readonly end: (answer?: Json) => void;
  readonly fail: () => void;
}

let mapping: Mapping | null = null;
afterEach(async () => mapping?.stop());

function follow(records: readonly StreamRecord[], lanes: number, retries = 3) {
  const calls: Call[] = [];
  const places: number[] = [];
  let place = 0;
  const db = openDatabase(':memory:');
  const bell = makeBell();
  const invoke = (event: Json) =>
    new Promise<Json>((resolve, reject) => {
      const fail = () => reject(new FunctionFailure('Error', 'no luck'));
      calls.push({ names: namesIn(event), end: (answer = {}) => resolve(answer), fail });
    });
  const processes = lanes;
  mapping = startStreamMapping(
    {
      ...{ id: 'FromStream', table: 'table', streamArn: 'arn', start: 'oldest', batchSize: BATCH, windowMs: 0 },
      ...{ partial: true, bisect: true, onFailure: null, retries, lanes, filter: () => true, meter: makeMeter() },
      target: {
        settings: { name: 'f', root: '', handler: '', timeoutMs: 1, memoryMib: 1, processes, environment: {} },
        invoke,
        stop: async () => {},
      },
      log: () => {},
    },
    {
      ...{ db, bell, messages: openMessages(db, openQueues(db), bell, () => 0) },
      log: {
        intend: () => ({ id: 0, table: '', key: {}, before: null }),
        ...{ settle: () => {}, open: () => [], trim: () => {} },
        read: (_, after, most) => records.filter((one) => one.place > after).slice(0, most),
        position: () => place,
        advance: (_, to) => {
          place = to;
          places.push(to);
        },
        hasMore: (_, after) => records.some((one) => one.place > after),
      },
    },
  );
  return { calls, places };
}

const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 5));

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await turn();
}

/** Ends whatever is called until nothing is. */
async function endAll(calls: readonly Call[]): Promise<void> {
  for (let ended = 0; ; ended = calls.length) {
    await turn();
    if (ended === calls.length) return;
    for (const call of calls.slice(ended)) call.end();
  }
}

describe('a stream', () => {
  it('is worked off by as many calls at once as there are lanes, none of them with a key of another', async () => {
    const { calls } = follow(recordsOf(KEYS, 1), 2);
    await turn();
    expect(calls).toHaveLength(2);
    const names = calls.flatMap((call) => call.names);
    expect([names.length, new Set(names).size]).toEqual([KEYS.length, KEYS.length]);
    await endAll(calls);
    expect(mapping?.isIdle()).toBe(true);
  });

  it('brings each record once, those of one partition key in order, in batches that are not too long', async () => {
    const { calls, places } = follow(recordsOf(KEYS, 6), 2);
    await endAll(calls);
    const names = calls.flatMap((call) => call.names);
    expect(names.toSorted()).toEqual(KEYS.flatMap((key) => [0, 1, 2, 3, 4, 5].map((at) => `${key}/${at}`)));
    for (const key of KEYS) {
      const own = names.filter((name) => name.startsWith(`${key}/`));
      expect(own).toEqual(own.toSorted());
    }
    expect(Math.max(...calls.map((call) => call.names.length))).toBeLessThanOrEqual(BATCH);
    expect(places.at(-1)).toBe(48);
  });

  it('is at its old place until all that was called at once is done', async () => {
    const { calls, places } = follow(recordsOf(KEYS, 1), 2);
    await turn();
    calls[0]?.end();
    await turn();
    expect(places).toEqual([]);
    calls[1]?.end();
    await turn();
    expect(places).toEqual([8]);
  });

  it('stays there while a part of one of them fails, and only that part comes again', async () => {
    const records = recordsOf(KEYS, 1);
    const { calls, places } = follow(records, 2);
    await turn();
    const [first, second] = calls;
    const last = first?.names.at(-1);
    const failed = records.find(({ record }) => namesIn({ Records: [record] })[0] === last);
    first?.end({ batchItemFailures: [{ itemIdentifier: `1${failed?.place}` }] });
    second?.end();
    await until(() => calls.length > 2);
    expect([calls[2]?.names, places]).toEqual([[last], []]);
    calls[2]?.end();
    await turn();
    expect(places).toEqual([8]);
  });

  it('moves behind each record that is done where there is one lane only', async () => {
    const { calls, places } = follow(recordsOf(['one'], 3), 2);
    await turn();
    calls[0]?.end({ batchItemFailures: [{ itemIdentifier: '13' }] });
    await turn();
    expect(places).toEqual([2]);
  });

  it('does not move when it is stopped before its calls succeed', async () => {
    const { calls, places } = follow(recordsOf(KEYS, 1), 2);
    await turn();
    const stopped = mapping?.stop();
    for (const call of calls) call.fail();
    await stopped;
    expect(places).toEqual([]);
  });
});
