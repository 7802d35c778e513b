/** Requests to DynamoDB are pure data: what each verb and each guard asks for. */
import { describe, expect, it } from 'vitest';
import { requireVariables } from '../../shared/aws/environment.ts';
import { toAttributes, toItem } from '../../shared/aws/marshal.ts';
import { triggerOf } from '../../shared/aws/stream.ts';
import { feedInput, getInput, putInput, queryInput, updateInput } from '../../shared/aws/table-requests.ts';
import { aStreamRecord } from '../../shared/testing/builders.ts';

const KEY = { pk: 'p', sk: 's' };

describe('a request', () => {
  it('reads consistently', () => {
    expect(getInput('T', KEY)).toEqual({
      TableName: 'T',
      Key: { pk: { S: 'p' }, sk: { S: 's' } },
      ConsistentRead: true,
    });
    const range = { pk: 'p', prefix: 'a#', after: 'a#1', newestFirst: true, limit: 7 };
    expect(queryInput('T', range, null)).toMatchObject({
      ConsistentRead: true,
      ScanIndexForward: false,
      Limit: 7,
      ExclusiveStartKey: { pk: { S: 'p' }, sk: { S: 'a#1' } },
    });
  });

  it('writes a row only over an older one, and asks what stood there', () => {
    const guard = { kind: 'newer', revision: '02' } as const;
    expect(updateInput('T', { key: KEY, set: { key: 'k' }, remove: ['code'], guard })).toEqual({
      TableName: 'T',
      Key: { pk: { S: 'p' }, sk: { S: 's' } },
      ConditionExpression: 'attribute_not_exists(#g) OR #g < :g',
      UpdateExpression: 'SET #s0 = :s0 REMOVE #r0',
      ExpressionAttributeNames: { '#g': 'revision', '#s0': 'key', '#r0': 'code' },
      ExpressionAttributeValues: { ':g': { S: '02' }, ':s0': { S: 'k' } },
      ReturnValues: 'ALL_NEW',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    });
  });

  it('writes a derived item only over the generation that was read', () => {
    expect(putInput('T', KEY, { kind: 'unchanged', gen: 3 })).toMatchObject({
      ConditionExpression: '#g = :g',
      ExpressionAttributeNames: { '#g': 'gen' },
      ExpressionAttributeValues: { ':g': { N: '3' } },
    });
    const first = putInput('T', KEY, { kind: 'unchanged', gen: null });
    expect(first).toMatchObject({ ConditionExpression: 'attribute_not_exists(#g)' });
    expect(first).not.toHaveProperty('ExpressionAttributeValues');
  });

  it('only removes when there is nothing to set', () => {
    const input = updateInput('T', { key: KEY, set: {}, remove: ['a', 'b'], guard: null });
    expect(input.UpdateExpression).toBe('REMOVE #r0, #r1');
    expect(input).not.toHaveProperty('ExpressionAttributeValues');
    expect(input).not.toHaveProperty('ConditionExpression');
  });

  it('lists newest first, below where the page before ended', () => {
    expect(feedInput('T', { feedPk: 'f', before: 'b', limit: 3 }, null)).toMatchObject({
      IndexName: 'feed',
      KeyConditionExpression: '#feedPk = :feedPk AND #feedSk < :before',
      ScanIndexForward: false,
    });
  });
});

describe('an item', () => {
  it('comes back from its attribute values as it was', () => {
    const item = {
      ...KEY,
      text: '',
      none: null,
      yes: true,
      n: 1.5,
      list: ['a', { b: null }],
      bytes: new Uint8Array([0, 255]),
    };
    expect(toItem(toAttributes(item))).toEqual(item);
  });
});

describe('a stream record', () => {
  it('names the object and both articles', () => {
    const trigger = triggerOf(aStreamRecord('o1', { before: 'art_a', after: 'art_b' }));
    expect(trigger).toEqual({ objectId: 'o1', articleIds: ['art_a', 'art_b'] });
  });

  it('of anything but an object is nobody’s business', () => {
    expect(triggerOf({ dynamodb: { Keys: { pk: { S: 'art#x' } } } })).toBeNull();
    const touched = { M: { articleIds: { L: [{ S: 'art_c' }] } } };
    const Keys = { pk: { S: 'obj#o1' }, sk: { S: 'obj' } };
    const record = { dynamodb: { Keys, NewImage: { articleId: { S: 'art_b' }, touched } } };
    expect(triggerOf(record)?.articleIds).toEqual(['art_b', 'art_c']);
    expect(triggerOf({})).toBeNull();
  });
});

describe('the environment', () => {
  it('names every variable that is missing', () => {
    expect(() => requireVariables({ A: 'x', B: '' }, ['A', 'B', 'C'])).toThrow('Missing environment variable: B, C');
    expect(requireVariables({ A: 'x' }, ['A'])).toEqual({ A: 'x' });
  });
});
