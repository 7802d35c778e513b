/** Calls of SQS in, the rights that they need out: a batch needs the right to its single call. */
import { queueArn } from '../arn.ts';
import { type JsonObject, optionalText } from '../json.ts';
import type { AccessRequest } from './evaluate.ts';

export function sqsAccess(operation: string, input: JsonObject): readonly AccessRequest[] {
  const queue = optionalText(input, 'QueueUrl')?.split('/').at(-1) ?? optionalText(input, 'QueueName') ?? '';
  const single = operation.endsWith('Batch') ? operation.slice(0, -'Batch'.length) : operation;
  return [{ action: `sqs:${single}`, resource: queueArn(queue), context: {} }];
}
