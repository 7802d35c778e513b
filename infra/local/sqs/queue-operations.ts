/** The SQS calls about queues themselves. */
import { ApiError } from '../api-error.ts';
import { readArn } from '../arn.ts';
import { type JsonObject, listAt, objectAt, optionalText, textAt } from '../json.ts';
import { queueOf, queueUrl, type SqsCall, type SqsOperation } from './context.ts';
import { type QueueAttributes, redriveOf } from './queues.ts';

export const QUEUE_OPERATIONS: Readonly<Record<string, SqsOperation>> = {
  CreateQueue: (input, call) => {
    const name = textAt(input, 'QueueName');
    call.queues.create(name, attributesOf(input));
    return { QueueUrl: queueUrl(call.origin, name) };
  },
  DeleteQueue: (input, call) => {
    const name = queueOf(input, call);
    call.messages.purge(name);
    call.queues.remove(name);
    return {};
  },
  GetQueueUrl: (input, call) => {
    const name = textAt(input, 'QueueName');
    call.queues.attributes(name);
    return { QueueUrl: queueUrl(call.origin, name) };
  },
  ListQueues: (input, call) => {
    const names = call.queues.names(optionalText(input, 'QueueNamePrefix') ?? '');
    return { QueueUrls: names.map((name) => queueUrl(call.origin, name)) };
  },
  GetQueueAttributes: (input, call) => {
    const name = queueOf(input, call);
    const wanted = new Set(listAt(input, 'AttributeNames'));
    const all = Object.entries({ ...call.queues.attributes(name), ...counts(name, call) });
    return { Attributes: Object.fromEntries(all.filter(([key]) => wanted.has('All') || wanted.has(key))) };
  },
  SetQueueAttributes: (input, call) => {
    call.queues.create(queueOf(input, call), attributesOf(input));
    return {};
  },
  PurgeQueue: (input, call) => {
    call.messages.purge(queueOf(input, call));
    return {};
  },
  StartMessageMoveTask: (input, call) => {
    const source = readArn(textAt(input, 'SourceArn')).name;
    if (!isDeadLetterQueue(source, call)) {
      throw new ApiError('InvalidParameterValue', 400, 'Source queue must be configured as a Dead Letter Queue.');
    }
    const target = optionalText(input, 'DestinationArn');
    const moved = call.messages.moveAll(source, target === null ? null : readArn(target).name);
    return { TaskHandle: Buffer.from(`${source}:${moved}`).toString('base64') };
  },
};

function attributesOf(input: JsonObject): QueueAttributes {
  const attributes = objectAt(input, 'Attributes');
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, String(value)]));
}

function counts(name: string, call: SqsCall): QueueAttributes {
  const depth = call.messages.depth(name);
  return {
    ApproximateNumberOfMessages: String(depth.visible),
    ApproximateNumberOfMessagesNotVisible: String(depth.inFlight),
    ApproximateNumberOfMessagesDelayed: String(depth.delayed),
  };
}

function isDeadLetterQueue(name: string, call: SqsCall): boolean {
  const targets = call.queues.names('').map((other) => redriveOf(call.queues.attributes(other))?.deadLetterArn);
  return targets.some((arn) => arn !== undefined && readArn(arn).name === name);
}
