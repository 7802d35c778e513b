/** Declared queues in, queues out. */
import { isObject, type JsonObject } from './json.ts';
import type { SqsContext } from './sqs/context.ts';
import type { Declared } from './template/stack.ts';

const ATTRIBUTES = [
  'VisibilityTimeout',
  'DelaySeconds',
  'MessageRetentionPeriod',
  'ReceiveMessageWaitTimeSeconds',
  'MaximumMessageSize',
  'RedrivePolicy',
];

export function buildQueues(queues: readonly Declared[], sqs: SqsContext): void {
  for (const { name, properties } of queues) {
    const attributes = ATTRIBUTES.flatMap((attribute) => {
      const value = properties[attribute];
      return value === undefined || value === null ? [] : [[attribute, attributeText(value)] as const];
    });
    sqs.queues.create(name, Object.fromEntries(attributes));
  }
}

const attributeText = (value: JsonObject[string]): string =>
  value !== undefined && isObject(value) ? JSON.stringify(value) : String(value);
