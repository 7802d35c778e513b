/** Changed rows to articles and stories. Promise: only object rows wake it, so what it writes itself never does. */
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { FilterRule, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { fromStream, readsStream } from './from-stream.ts';
import { nodeFunction } from './function.ts';
import { mayUseKey } from './key.ts';
import { DERIVED_PARTITIONS, FAILURE_NOTES, mayWrite, OBJECT_ROW_PREFIX } from './partitions.ts';
import type { Parts } from './parts.ts';

const GROUP_MEMORY_MIB = 512;

export function groupFunction(scope: Construct, parts: Parts, bundle: string): LambdaFunction {
  const { table, budget, keeping, key } = parts;
  const group = nodeFunction(scope, {
    id: 'Group',
    service: 'group',
    description: 'Wirefold: derives articles, versions and stories from changed rows',
    bundle,
    memoryMib: GROUP_MEMORY_MIB,
    timeoutS: budget.functionTimeoutS,
    environment: { TABLE_NAME: table.tableName },
    statements: [
      new PolicyStatement({ actions: ['dynamodb:GetItem', 'dynamodb:Query'], resources: [table.tableArn] }),
      mayWrite(table, ['dynamodb:PutItem', 'dynamodb:UpdateItem'], [...DERIVED_PARTITIONS, FAILURE_NOTES]),
      ...readsStream(parts),
      ...mayUseKey(key, { reads: [], writes: ['dynamodb', 'sqs'] }),
    ],
    keeping,
  });
  fromStream(group, parts, { pk: { S: FilterRule.beginsWith(OBJECT_ROW_PREFIX) } });
  return group;
}
