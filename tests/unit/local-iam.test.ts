/** The rights of the local run: policies are decided as IAM decides them, and each call asks for the right that it asks for at AWS. */
import { describe, expect, it } from 'vitest';
import { keyOfRole, makeDoor } from '../../infra/local/iam/door.ts';
import { dynamoAccess } from '../../infra/local/iam/dynamodb-access.ts';
import { isAllowed } from '../../infra/local/iam/evaluate.ts';
import { checkMapping } from '../../infra/local/iam/mapping-access.ts';
import { matches } from '../../infra/local/iam/pattern.ts';
import { rolesOf } from '../../infra/local/iam/roles.ts';
import { s3Access } from '../../infra/local/iam/s3-access.ts';
import { sqsAccess } from '../../infra/local/iam/sqs-access.ts';
import { statementsOf } from '../../infra/local/iam/statement.ts';
import type { JsonObject } from '../../infra/local/json.ts';

const TABLE = 'arn:aws:dynamodb:us-east-1:000000000000:table/rows';
const KEYS = 'dynamodb:LeadingKeys';

const allowing = (more: JsonObject = {}) => ({ Effect: 'Allow', Action: 'dynamodb:PutItem', Resource: TABLE, ...more });
const decide = (statements: readonly JsonObject[], keys: readonly string[] = [], action = 'dynamodb:PutItem') =>
  isAllowed(
    { action, resource: TABLE, context: keys.length === 0 ? {} : { [KEYS]: keys } },
    statementsOf({ Statement: statements }, 'a role'),
  );

describe('a pattern', () => {
  it.each([
    ['*', '', true],
    ['obj#*', 'obj#1', true],
    ['obj#*', 'object', false],
    ['a*b*c', 'a--b--b--c', true],
    ['a*b*c', 'a--b--b--', false],
    ['?x', 'ax', true],
    ['?x', 'x', false],
    ['tomb#*', 'TOMB#1', false],
  ])('%s on %s: %s', (pattern, text, expected) => {
    expect(matches(pattern, text)).toBe(expected);
  });

  it('of many stars ends soon on a long text that almost fits', () => {
    expect(matches(`${'*a'.repeat(50)}b`, 'a'.repeat(20_000))).toBe(false);
  });
});

describe('a role', () => {
  it('may do what a statement allows and none denies, and nothing else', () => {
    expect(decide([])).toBe(false);
    expect(decide([allowing()])).toBe(true);
    expect(decide([allowing({ Action: ['DYNAMODB:put*'] })])).toBe(true);
    expect(decide([allowing()], [], 'dynamodb:DeleteItem')).toBe(false);
    expect(decide([allowing({ Resource: `${TABLE}/index/*` })])).toBe(false);
    expect(decide([allowing(), allowing({ Effect: 'Deny', Resource: '*' })])).toBe(false);
  });

  it('is bound by conditions: every leading key must fit; a call without one fits all', () => {
    const bound = allowing({ Condition: { 'ForAllValues:StringLike': { [KEYS]: ['obj#*', 'purges'] } } });
    expect(decide([bound], ['obj#1', 'purges'])).toBe(true);
    expect(decide([bound], ['obj#1', 'art#1'])).toBe(false);
    expect(decide([bound], [])).toBe(true);
    const any = allowing({ Condition: { 'ForAnyValue:StringEquals': { [KEYS]: ['purges'] } } });
    expect(decide([any], ['obj#1', 'purges'])).toBe(true);
    expect(decide([any], [])).toBe(false);
    expect(decide([allowing({ Condition: { Bool: { 'aws:SecureTransport': 'true' } } })])).toBe(false);
  });

  it.each([
    [{ NotAction: 'dynamodb:*' }, /NotAction/],
    [{ Condition: { DateLessThan: { 'aws:CurrentTime': '2030-01-01T00:00:00Z' } } }, /DateLessThan/],
  ])('whose policy says %j stops the run instead of being guessed', (more, message) => {
    expect(() => decide([allowing(more)])).toThrow(message);
  });

  it('has the rights of its own policies and of those that are attached to it', () => {
    const role = {
      id: 'R',
      name: 'reader',
      properties: { Policies: [{ PolicyDocument: { Statement: [allowing()] } }] },
    };
    const more = allowing({ Action: 'dynamodb:GetItem' });
    const policy = { id: 'P', name: 'p', properties: { Roles: ['reader'], PolicyDocument: { Statement: [more] } } };
    expect(rolesOf([role], [policy]).get('reader')).toHaveLength(2);
    const managed = {
      id: 'M',
      name: 'm',
      properties: { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] },
    };
    expect(() => rolesOf([managed], [])).toThrow('managed policies of role M');
  });
});

describe('a call of DynamoDB needs', () => {
  const asked = (operation: string, input: JsonObject) =>
    dynamoAccess(operation, { TableName: 'rows', ...input }, () => 'pk');
  const on = (operation: string, ...keys: readonly string[]) => [
    { action: `dynamodb:${operation}`, resource: TABLE, context: keys.length === 0 ? {} : { [KEYS]: keys } },
  ];
  const key = (pk: string) => ({ pk: { S: pk }, sk: { S: 'x' } });
  const query = {
    KeyConditionExpression: '#pk = :pk AND begins_with(#sk, :prefix)',
    ExpressionAttributeNames: { '#pk': 'pk', '#sk': 'sk' },
    ExpressionAttributeValues: { ':pk': { S: 'art#1' }, ':prefix': { S: 'o' } },
  };

  it('the right to its action on the partition that it names', () => {
    expect(asked('PutItem', { Item: { ...key('obj#1'), more: { S: 'y' } } })).toEqual(on('PutItem', 'obj#1'));
    expect(asked('UpdateItem', { Key: key('obj#1') })).toEqual(on('UpdateItem', 'obj#1'));
    expect(asked('Query', query)).toEqual(on('Query', 'art#1'));
    expect(asked('Scan', {})).toEqual(on('Scan'));
  });

  it('on an index the right to the index', () => {
    const [first] = asked('Query', { ...query, IndexName: 'feed' });
    expect(first).toEqual({
      action: 'dynamodb:Query',
      resource: `${TABLE}/index/feed`,
      context: { [KEYS]: ['art#1'] },
    });
  });

  it('in batches the right to every key', () => {
    const gets = { RequestItems: { rows: { Keys: [key('a'), key('b')] } } };
    expect(dynamoAccess('BatchGetItem', gets, () => 'pk')).toEqual(on('BatchGetItem', 'a', 'b'));
    const writes = {
      RequestItems: { rows: [{ PutRequest: { Item: key('a') } }, { DeleteRequest: { Key: key('b') } }] },
    };
    expect(dynamoAccess('BatchWriteItem', writes, () => 'pk')).toEqual(on('BatchWriteItem', 'a', 'b'));
  });
});

describe('a request to S3 needs', () => {
  it.each([
    ['GET', 'k', '', ['GetObject']],
    ['HEAD', 'k', 'versionId=1', ['GetObjectVersion']],
    ['PUT', 'k', '', ['PutObject']],
    ['PUT', 'k', 'uploadId=1&partNumber=1', ['PutObject']],
    ['PUT', 'k', 'tagging', ['PutObjectTagging']],
    ['PUT', 'k', 'tagging&versionId=1', ['PutObjectVersionTagging']],
    ['DELETE', 'k', '', ['DeleteObject']],
    ['DELETE', 'k', 'versionId=1', ['DeleteObjectVersion']],
    ['GET', '', 'list-type=2', ['ListBucket']],
    ['GET', '', 'versions', ['ListBucketVersions']],
    ['POST', '', 'delete', ['POST bucket delete']],
  ])('%s %s?%s: %s', (method, key, query, expected) => {
    const asked = { method, bucket: 'b', key, query: new URLSearchParams(query), isCopy: false, hasTags: false };
    expect(s3Access(asked).map(({ action }) => action)).toEqual(expected.map((name) => `s3:${name}`));
    expect(s3Access(asked)[0]?.resource).toBe(key === '' ? 'arn:aws:s3:::b' : 'arn:aws:s3:::b/k');
  });
});

describe('the door', () => {
  const signedBy = (key: string) => ({
    authorization: `AWS4-HMAC-SHA256 Credential=${key}/20250101/us-east-1/sqs/aws4_request`,
  });
  const asked = sqsAccess('SendMessageBatch', { QueueUrl: 'http://127.0.0.1/000000000000/work' });

  it('lets people do all, a role what it may, and says to others who may not do what', () => {
    const door = makeDoor();
    const send = { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:us-east-1:000000000000:work' };
    door.know(new Map([['sender', statementsOf({ Statement: [send] }, 'sender')]]));
    expect(door.refusal(signedBy('anybody'), asked)).toBeNull();
    expect(door.refusal(signedBy(keyOfRole('sender')), asked)).toBeNull();
    expect(door.refusal(signedBy(keyOfRole('reader')), asked)).toMatch(
      /assumed-role\/reader is not authorized to perform: sqs:SendMessage on resource: .*:work/,
    );
  });
});

describe('an event source mapping', () => {
  it('is refused when the function’s role may not read its source, or not send to its dead letters', () => {
    const source = 'arn:aws:sqs:us-east-1:000000000000:work';
    const rights = { id: 'M', role: 'worker', source, destination: null };
    const reads = {
      Effect: 'Allow',
      Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
      Resource: source,
    };
    const roles = new Map([['worker', statementsOf({ Statement: [reads] }, 'worker')]]);
    expect(() => checkMapping(rights, roles)).not.toThrow();
    expect(() => checkMapping(rights, new Map())).toThrow('worker has no right to sqs:ReceiveMessage');
    expect(() => checkMapping({ ...rights, destination: `${source}-dead` }, roles)).toThrow('sqs:SendMessage on');
  });
});
