/** Templates: references, functions and conditions come out as CloudFormation would have them, and unknown ones stop the run. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../infra/local/json.ts';
import { readStack } from '../../infra/local/template/stack.ts';
import { parseTemplate } from '../../infra/local/template/template.ts';

/** `raw-{AWS::Region}` as CloudFormation writes it. */
const dollars = (text: string): string => text.replaceAll('{', '\u0024{');

const RESOURCES: JsonObject = {
  Raw: {
    Type: 'AWS::S3::Bucket',
    Properties: { BucketName: { 'Fn::Sub': dollars('raw-{AWS::AccountId}-{AWS::Region}') } },
  },
  Work: { Type: 'AWS::SQS::Queue' },
  Rows: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'rows' } },
  Role: { Type: 'AWS::IAM::Role' },
};

function stackOf(more: JsonObject = {}) {
  const resources = { ...RESOURCES, ...more };
  const template = {
    Parameters: { Stage: { Type: 'String', Default: 'dev' } },
    Mappings: { Sizes: { dev: { memory: '128' } } },
    Conditions: {
      IsDev: { 'Fn::Equals': [{ Ref: 'Stage' }, 'dev'] },
      IsLive: { 'Fn::Not': [{ Condition: 'IsDev' }] },
    },
    Resources: resources,
  };
  const addresses = {
    sqsOrigin: 'http://127.0.0.1:9',
    apiUrl: () => 'http://127.0.0.1:10',
    streamArn: (table: string) => (table === 'rows' ? 'arn:stream' : null),
  };
  return readStack(parseTemplate('Wire', template), () => addresses);
}

/** A value as a property of a queue, resolved. */
function resolved(value: JsonObject[string]): unknown {
  const [probe] = stackOf({ Probe: { Type: 'AWS::SQS::Queue', Properties: { value } } })
    .declared('queue')
    .filter(({ id }) => id === 'Probe');
  return probe?.properties['value'];
}

describe('a template', () => {
  it.each<[JsonObject, unknown]>([
    [{ Ref: 'AWS::Region' }, 'us-east-1'],
    [{ Ref: 'Stage' }, 'dev'],
    [{ Ref: 'Raw' }, 'raw-000000000000-us-east-1'],
    [{ Ref: 'Work' }, 'http://127.0.0.1:9/000000000000/Wire-Work'],
    [{ Ref: 'Rows' }, 'rows'],
    [{ 'Fn::GetAtt': ['Work', 'Arn'] }, 'arn:aws:sqs:us-east-1:000000000000:Wire-Work'],
    [{ 'Fn::GetAtt': 'Rows.Arn' }, 'arn:aws:dynamodb:us-east-1:000000000000:table/rows'],
    [{ 'Fn::GetAtt': ['Rows', 'StreamArn'] }, 'arn:stream'],
    [
      { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':s3:::', { Ref: 'Raw' }]] },
      'arn:aws:s3:::raw-000000000000-us-east-1',
    ],
    [
      { 'Fn::Sub': dollars('{Rows.Arn}/index/{!literal}') },
      dollars('arn:aws:dynamodb:us-east-1:000000000000:table/rows/index/{literal}'),
    ],
    [{ 'Fn::Sub': [dollars('{Name}-{Stage}'), { Name: { Ref: 'Rows' } }] }, 'rows-dev'],
    [{ 'Fn::Select': [1, { 'Fn::Split': [':', 'a:b:c'] }] }, 'b'],
    [{ 'Fn::If': ['IsLive', 'live', { Ref: 'Stage' }] }, 'dev'],
    [{ 'Fn::FindInMap': ['Sizes', { Ref: 'Stage' }, 'memory'] }, '128'],
  ])('resolves %j', (value, expected) => {
    expect(resolved(value)).toEqual(expected);
  });

  it('leaves out what has no value', () => {
    expect(resolved({ kept: 1, gone: { Ref: 'AWS::NoValue' }, list: ['a', { Ref: 'AWS::NoValue' }] })).toEqual({
      kept: 1,
      list: ['a'],
    });
  });

  it.each<[JsonObject, string]>([
    [{ 'Fn::ImportValue': 'x' }, 'Fn::ImportValue'],
    [{ Ref: 'Nobody' }, 'Nobody'],
  ])('refuses %j by name', (value, name) => {
    expect(() => resolved(value)).toThrow(name);
  });

  it('refuses resource types that it does not know, all of them by name', () => {
    const more = { A: { Type: 'AWS::EC2::Instance' }, B: { Type: 'Custom::Thing' } };
    expect(() => stackOf(more)).toThrow('AWS::EC2::Instance, Custom::Thing');
  });

  it('leaves out a resource whose condition does not hold', () => {
    const more = {
      Live: { Type: 'AWS::EC2::Instance', Condition: 'IsLive' },
      Dev: { Type: 'AWS::SQS::Queue', Condition: 'IsDev' },
    };
    const ids = stackOf(more)
      .declared('queue')
      .map(({ id }) => id);
    expect(ids).toEqual(['Work', 'Dev']);
  });
});
