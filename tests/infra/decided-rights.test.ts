/**
 * The rights of the synthesized stack, decided by the evaluator of the local run for requests as the store's own code builds them. A right that
 * a function's code needs and its role lacks shows here, and in every run of the local stack.
 */
import { describe, expect, it } from 'vitest';
import { dynamoAccess } from '../../infra/local/iam/dynamodb-access.ts';
import { type AccessRequest, isAllowed } from '../../infra/local/iam/evaluate.ts';
import { rolesOf } from '../../infra/local/iam/roles.ts';
import { s3Access } from '../../infra/local/iam/s3-access.ts';
import { isObject, parseJson } from '../../infra/local/json.ts';
import { readStack } from '../../infra/local/template/stack.ts';
import { parseTemplate } from '../../infra/local/template/template.ts';
import { getInput, putInput, updateInput } from '../../shared/aws/table-requests.ts';
import { articlePk, objectKey, summaryKey } from '../../shared/core/keys.ts';
import { tombstoneKey } from '../../shared/core/operating-keys.ts';
import { aTemplate } from './synthesized.ts';

const STACK = 'Wirefold';
const document = parseJson(JSON.stringify(aTemplate().toJSON()));
if (!isObject(document)) throw new Error('the template is not an object');
const stack = readStack(parseTemplate(STACK, document), () => ({
  sqsOrigin: 'http://127.0.0.1',
  apiUrl: () => 'http://127.0.0.1',
  streamArn: (table) => `arn:aws:dynamodb:us-east-1:000000000000:table/${table}/stream/1`,
}));
const roles = rolesOf(stack.declared('role'), stack.declared('policy'));
const nameOf = (kind: 'table' | 'bucket', id: string) =>
  stack.declared(kind).find((one) => one.id.startsWith(id))?.name ?? '';
const [table, bucket] = [nameOf('table', 'Table'), nameOf('bucket', 'Bucket')];

const asJson = (input: unknown) => {
  const json = parseJson(JSON.stringify(input));
  if (!isObject(json)) throw new Error('an input is an object');
  return json;
};
const onTable = (operation: string, input: unknown) => dynamoAccess(operation, asJson(input), () => 'pk');
const put = (pk: string) => onTable('PutItem', putInput(table, { pk, sk: 'x' }, null));
const get = (key: { readonly pk: string; readonly sk: string }) => onTable('GetItem', getInput(table, key));
const update = (key: { readonly pk: string; readonly sk: string }) =>
  onTable('UpdateItem', updateInput(table, { key, set: { a: 1 }, remove: [], guard: null }));
const onBucket = (method: string, key: string, query = '') =>
  s3Access({ method, bucket, key, query: new URLSearchParams(query), isCopy: false, hasTags: false });

function may(id: string, asked: readonly AccessRequest[]): boolean {
  const [role, statements = []] = [...roles].find(([name]) => name.includes(`${id}Role`)) ?? [];
  expect(role).toBeDefined();
  return asked.every((request) => isAllowed(request, statements));
}

const ROW = objectKey('o');
const ARTICLE = { pk: articlePk('a'), sk: 'head' };

describe('by its role, when it is decided as IAM decides', () => {
  it.each([
    ['Ingest', 'read an upload at its version', onBucket('GET', 'incoming/a.html', 'versionId=1')],
    ['Ingest', 'be told that an upload is gone', onBucket('GET', '')],
    ['Ingest', 'read who was taken down', get(tombstoneKey('art_x'))],
    ['Ingest', 'write a row', update(ROW)],
    ['Ingest', 'keep a long record', onBucket('PUT', 'bodies/a/b/c')],
    ['Group', 'read a row', get(ROW)],
    ['Group', 'write an article', put(ARTICLE.pk)],
    ['Gather', 'read a summary', get(summaryKey('sty_x'))],
    ['Purge', 'delete an upload by its version', onBucket('DELETE', 'incoming/a.html', 'versionId=1')],
    ['Query', 'read a long record', onBucket('GET', 'bodies/a/b/c')],
  ])('%s may %s', (role, _, asked) => {
    expect(may(role, asked)).toBe(true);
  });

  it.each([
    ['Ingest', 'write who was taken down', put(tombstoneKey('art_x').pk)],
    ['Ingest', 'read a row of another', get(ARTICLE)],
    ['Ingest', 'write under its own trigger', onBucket('PUT', 'incoming/a.html')],
    ['Ingest', 'delete an upload', onBucket('DELETE', 'incoming/a.html')],
    ['Group', 'write what wakes it', put(ROW.pk)],
    ['Group', 'read an upload', onBucket('GET', 'incoming/a.html')],
    ['Gather', 'write what wakes it', put(summaryKey('sty_x').pk)],
    ['Settle', 'write an article', put(ARTICLE.pk)],
    ['Purge', 'put a file', onBucket('PUT', 'incoming/a.html')],
    ['Query', 'write anything', update(ARTICLE)],
    ['Query', 'read an upload', onBucket('GET', 'incoming/a.html')],
  ])('%s may not %s', (role, _, asked) => {
    expect(may(role, asked)).toBe(false);
  });
});
