/** What the local run counts of DynamoDB, as AWS would bill it. */
import { describe, expect, it } from 'vitest';
import { makeMeter, meterDynamo, meterRefusedWrite } from '../../infra/local/meter.ts';

const textOf = (bytes: number) => ({ pk: { S: 'k' }, text: { S: 'x'.repeat(bytes) } });

describe('the meter', () => {
  it.each([
    ['PutItem', { Item: textOf(10) }, {}, 1],
    ['PutItem', { Item: textOf(1_100) }, {}, 2],
    ['UpdateItem', {}, { Attributes: textOf(3_000) }, 3],
    ['GetItem', { ConsistentRead: true }, { Item: textOf(4_090) }, 2],
    ['GetItem', {}, { Item: textOf(10) }, 0.5],
    ['GetItem', { ConsistentRead: true }, {}, 1],
    ['Query', { ConsistentRead: true }, { Items: [textOf(3_000), textOf(3_000)] }, 2],
    ['BatchGetItem', {}, { Responses: { T: [textOf(10), textOf(10)] } }, 1],
  ])('%s is billed by what it moves: %j', (operation, input, answer, units) => {
    const meter = makeMeter();
    meterDynamo(meter, operation, input, answer);
    expect(meter.usage().calls[`dynamodb ${operation}`]).toEqual({ count: 1, units });
  });

  it('counts the write of an indexed item twice, and a refused one by what it met', () => {
    const meter = makeMeter();
    meterDynamo(meter, 'PutItem', { Item: { ...textOf(1), feedPk: { S: 'day' } } }, {});
    meterRefusedWrite(meter, 'PutItem', textOf(2_000));
    expect(meter.usage().calls).toMatchObject({
      'dynamodb index write': { count: 1, units: 1 },
      'dynamodb PutItem refused': { count: 1, units: 2 },
    });
  });

  it('sees binary values unpacked', () => {
    const meter = makeMeter();
    meterDynamo(meter, 'PutItem', { Item: { b: { B: Buffer.alloc(1_000).toString('base64') } } }, {});
    expect(meter.usage().calls['dynamodb PutItem']?.units).toBe(1);
  });
});
