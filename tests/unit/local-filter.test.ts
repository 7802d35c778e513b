/** Event filter patterns: what Lambda would let through, and that nothing unknown is guessed at. */
import { describe, expect, it } from 'vitest';
import { readFilters } from '../../infra/local/mapping/filter.ts';

const record = {
  eventName: 'MODIFY',
  dynamodb: { NewImage: { kind: { S: 'row' }, tags: { L: ['a', 'b'] }, n: { N: '3' } }, Keys: { pk: { S: 'art_1' } } },
};

const image = (pattern: object) => JSON.stringify({ dynamodb: { NewImage: pattern } });

describe('a filter', () => {
  it.each([
    ['no pattern at all', [], true],
    ['an empty pattern', ['{}'], true],
    ['one of the values', ['{"eventName":["INSERT","MODIFY"]}'], true],
    ['none of the values', ['{"eventName":["INSERT","REMOVE"]}'], false],
    ['any of several patterns', ['{"eventName":["INSERT"]}', '{"eventName":["MODIFY"]}'], true],
    ['all fields of one pattern', ['{"eventName":["MODIFY"],"dynamodb":{"Keys":{"pk":{"S":["other"]}}}}'], false],
    ['a nested value', [image({ kind: { S: ['row'] } })], true],
    ['a field that is not there', [image({ kind: { N: ['row'] } })], false],
    ['an element of a list', [image({ tags: { L: ['b'] } })], true],
    ['a prefix', [image({ kind: { S: [{ prefix: 'ro' }] } })], true],
    ['another prefix', [image({ kind: { S: [{ prefix: 'x' }] } })], false],
    ['a suffix', [image({ kind: { S: [{ suffix: 'ow' }] } })], true],
    ['letters of either case', [image({ kind: { S: [{ 'equals-ignore-case': 'ROW' }] } })], true],
    ['a leaf that exists', [image({ kind: { S: [{ exists: true }] } })], true],
    ['a leaf that must not exist', [image({ kind: { S: [{ exists: false }] } })], false],
    ['a leaf that does not exist, as wanted', [image({ gone: { S: [{ exists: false }] } })], true],
    ['anything but one value', [image({ kind: { S: [{ 'anything-but': ['row'] }] } })], false],
    ['anything but others', [image({ kind: { S: [{ 'anything-but': ['x', { prefix: 'd' }] }] } })], true],
    ['anything but, of what is not there', [image({ gone: { S: [{ 'anything-but': ['x'] }] } })], false],
    ['null, which is a value', ['{"missing":[null]}'], false],
  ])('with %s', (_, patterns, passes) => {
    expect(readFilters(patterns)(record)).toBe(passes);
  });

  it.each([
    '{"eventName":[{"numeric":["=",1]}]}',
    '{"eventName":[{"prefix":"a","suffix":"b"}]}',
    '{"eventName":"INSERT"}',
    '[]',
  ])('that is not understood is refused when it is read: %s', (pattern) => {
    expect(() => readFilters([pattern])).toThrow();
  });
});
