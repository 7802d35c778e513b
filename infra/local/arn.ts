/** Names in, Amazon Resource Names out, for the one account and region that the local run pretends to be. */

export const ACCOUNT = '000000000000';
export const REGION = 'us-east-1';

export const queueArn = (name: string): string => `arn:aws:sqs:${REGION}:${ACCOUNT}:${name}`;
export const bucketArn = (name: string): string => `arn:aws:s3:::${name}`;
export const tableArn = (name: string): string => `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${name}`;
export const functionArn = (name: string): string => `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${name}`;
export const roleArn = (name: string): string => `arn:aws:iam::${ACCOUNT}:role/${name}`;
export const streamArn = (table: string, label: string): string => `${tableArn(table)}/stream/${label}`;

/** `arn:aws:sqs:us-east-1:000000000000:work` //=> `{ service: 'sqs', name: 'work' }`; a stream's name is its table's. */
export function readArn(arn: string): { readonly service: string; readonly name: string } {
  const [prefix, , service, , , ...rest] = arn.split(':');
  const resource = rest.join(':');
  if (prefix !== 'arn' || service === undefined || resource === '') throw new Error(`not an ARN: ${arn}`);
  if (service === 'dynamodb') return { service, name: resource.split('/')[1] ?? resource };
  return { service, name: resource.split(':').at(-1) ?? resource };
}
