/** Logical ids in, the names and attributes that `Ref` and `Fn::GetAtt` give out. */
import { ACCOUNT, bucketArn, functionArn, queueArn, REGION, roleArn, tableArn } from '../arn.ts';
import { queueUrl } from '../sqs/context.ts';
import { resolver } from './intrinsics.ts';
import type { Resource, Template } from './template.ts';

export interface Naming {
  physicalName(logicalId: string): string;
  ref(name: string): string | undefined;
  attribute(logicalId: string, attribute: string): string;
}

/** What is known only while the parts start up. */
export interface Addresses {
  readonly sqsOrigin: string;
  /** Where the HTTP API listens. */
  apiUrl(): string;
  /** ARN of a table's stream, by physical name; null when it has none. */
  streamArn(table: string): string | null;
}

const NAME_PROPERTY = new Map([
  ['AWS::S3::Bucket', 'BucketName'],
  ['AWS::SQS::Queue', 'QueueName'],
  ['AWS::DynamoDB::Table', 'TableName'],
  ['AWS::DynamoDB::GlobalTable', 'TableName'],
  ['AWS::Lambda::Function', 'FunctionName'],
  ['AWS::Logs::LogGroup', 'LogGroupName'],
  ['AWS::IAM::Role', 'RoleName'],
]);

const ARN_OF = new Map([
  ['AWS::S3::Bucket', bucketArn],
  ['AWS::SQS::Queue', queueArn],
  ['AWS::DynamoDB::Table', tableArn],
  ['AWS::DynamoDB::GlobalTable', tableArn],
  ['AWS::Lambda::Function', functionArn],
  ['AWS::IAM::Role', roleArn],
]);

/** The strictest of all services allows names of 63 characters. */
const NAME_CHARS = 63;

export function naming(template: Template, addresses: () => Addresses): Naming {
  const physicalName = (id: string): string => {
    const resource = resourceOf(template, id);
    // A name may be put together from the account and the region.
    const own = resolver(template, names)(resource.properties[NAME_PROPERTY.get(resource.type) ?? '']);
    if (typeof own === 'string') return own;
    const name = `${template.stackName}-${id}`.slice(0, NAME_CHARS);
    return resource.type === 'AWS::S3::Bucket' ? name.toLowerCase() : name;
  };
  const names: Naming = {
    physicalName,
    ref: (name) => {
      const pseudo = pseudoParameter(name, template.stackName);
      if (pseudo !== undefined) return pseudo;
      if (name in template.parameters) return String(template.parameters[name]);
      if (!template.resources.has(name)) return undefined;
      const isQueue = resourceOf(template, name).type === 'AWS::SQS::Queue';
      return isQueue ? queueUrl(addresses().sqsOrigin, physicalName(name)) : physicalName(name);
    },
    attribute: (id, attribute) => {
      const { type } = resourceOf(template, id);
      if (attribute === 'Arn')
        return ARN_OF.get(type)?.(physicalName(id)) ?? `arn:aws:local:${REGION}:${ACCOUNT}:${id}`;
      if (attribute === 'ApiEndpoint') return addresses().apiUrl();
      if (attribute === 'QueueUrl') return queueUrl(addresses().sqsOrigin, physicalName(id));
      if (attribute === 'QueueName') return physicalName(id);
      if (attribute === 'StreamArn') return streamOf(physicalName(id), addresses());
      return `${physicalName(id)}.${attribute}`;
    },
  };
  return names;
}

function resourceOf(template: Template, id: string): Resource {
  const resource = template.resources.get(id);
  if (resource === undefined) throw new Error(`the template has no resource ${id}`);
  return resource;
}

function streamOf(table: string, addresses: Addresses): string {
  const arn = addresses.streamArn(table);
  if (arn === null) throw new Error(`table ${table} has no stream`);
  return arn;
}

function pseudoParameter(name: string, stackName: string): string | undefined {
  const values: Readonly<Record<string, string>> = {
    'AWS::Region': REGION,
    'AWS::AccountId': ACCOUNT,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': stackName,
    'AWS::StackId': `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/${stackName}/local`,
  };
  return values[name];
}
