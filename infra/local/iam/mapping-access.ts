/** What Lambda does for an event source mapping with the function's own rights. Promise: a mapping that AWS would refuse to make is refused here. */
import { readArn } from '../arn.ts';
import { isAllowed } from './evaluate.ts';
import type { Roles } from './roles.ts';

const SOURCE_ACTIONS: Readonly<Record<string, readonly string[]>> = {
  sqs: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
  dynamodb: ['dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:DescribeStream'],
};

export interface MappingRights {
  readonly id: string;
  /** Null for a function without a role: nothing is asked of it. */
  readonly role: string | null;
  readonly source: string;
  /** Queue for what cannot be worked off. */
  readonly destination: string | null;
}

export function checkMapping({ id, role, source, destination }: MappingRights, roles: Roles): void {
  if (role === null) return;
  const { service } = readArn(source);
  const needed = [
    ...(SOURCE_ACTIONS[service] ?? []).map((action) => ({ action, resource: source })),
    ...(destination === null ? [] : [{ action: 'sqs:SendMessage', resource: destination }]),
  ];
  const missing = needed.filter((one) => !isAllowed({ ...one, context: {} }, roles.get(role) ?? []));
  if (missing.length === 0) return;
  const names = missing.map(({ action, resource }) => `${action} on ${resource}`);
  throw new Error(`event source mapping ${id}: the role ${role} has no right to ${names.join(', ')}`);
}
