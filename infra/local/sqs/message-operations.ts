/** The SQS calls about messages, single ones and batches. */
import { ApiError } from '../api-error.ts';
import { type JsonObject, listAt, numberAt, objectAt, objectsAt, textAt } from '../json.ts';
import { LOCAL_LIMITS } from '../limits.ts';
import { queueOf, type SqsCall, type SqsOperation } from './context.ts';
import { type Message, md5Of } from './messages.ts';
import { pollMessages } from './poll.ts';

export const MESSAGE_OPERATIONS: Readonly<Record<string, SqsOperation>> = {
  SendMessage: (input, call) => send(queueOf(input, call), input, call),
  SendMessageBatch: (input, call) => batch(input, call, send),
  ReceiveMessage: async (input, call) => {
    const queue = queueOf(input, call);
    const pollDefault = Number(call.queues.attributes(queue)['ReceiveMessageWaitTimeSeconds']);
    const received = await pollMessages(call.messages, call.bell, call.now, {
      queue,
      most: within(numberAt(input, 'MaxNumberOfMessages', 1), 1, LOCAL_LIMITS.batchMessages, 'MaxNumberOfMessages'),
      waitMs:
        within(numberAt(input, 'WaitTimeSeconds', pollDefault), 0, LOCAL_LIMITS.pollSeconds, 'WaitTimeSeconds') * 1_000,
      visibilitySeconds: input['VisibilityTimeout'] === undefined ? undefined : numberAt(input, 'VisibilityTimeout', 0),
      stop: call.gone,
    });
    return { Messages: received.map((message) => shown(message, input)) };
  },
  DeleteMessage: (input, call) => remove(queueOf(input, call), input, call),
  DeleteMessageBatch: (input, call) => batch(input, call, remove),
  ChangeMessageVisibility: (input, call) => hide(queueOf(input, call), input, call),
  ChangeMessageVisibilityBatch: (input, call) => batch(input, call, hide),
};

/** Characters that XML cannot hold, which SQS still refuses. */
const REFUSED = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;

type Single = (queue: string, entry: JsonObject, call: SqsCall) => JsonObject;

const send: Single = (queue, entry, call) => {
  const body = textAt(entry, 'MessageBody');
  if (body === '') throw new ApiError('MissingParameter', 400, 'The request must contain the parameter MessageBody.');
  if (Buffer.byteLength(body) > LOCAL_LIMITS.messageBytes) {
    throw new ApiError(
      'InvalidParameterValue',
      400,
      `Message must be shorter than ${LOCAL_LIMITS.messageBytes} bytes.`,
    );
  }
  if (REFUSED.test(body)) throw new ApiError('InvalidMessageContents', 400, 'Invalid characters found.');
  const delay = entry['DelaySeconds'] === undefined ? undefined : numberAt(entry, 'DelaySeconds', 0);
  const id = call.messages.send(queue, body, delay, objectAt(entry, 'MessageAttributes'));
  return { MessageId: id, MD5OfMessageBody: md5Of(body) };
};

const remove: Single = (queue, entry, call) => {
  call.messages.remove(queue, textAt(entry, 'ReceiptHandle'));
  return {};
};

const hide: Single = (queue, entry, call) => {
  const seconds = numberAt(entry, 'VisibilityTimeout', 0);
  if (!call.messages.hide(queue, textAt(entry, 'ReceiptHandle'), seconds)) {
    throw new ApiError('ReceiptHandleIsInvalid', 400, 'The input receipt handle is invalid.');
  }
  return {};
};

/** Each entry stands for itself: a bad one fails alone. */
function batch(input: JsonObject, call: SqsCall, single: Single): JsonObject {
  const queue = queueOf(input, call);
  const entries = objectsAt(input, 'Entries');
  if (entries.length === 0) throw new ApiError('EmptyBatchRequest', 400, 'There should be at least one entry.');
  if (entries.length > LOCAL_LIMITS.batchMessages) {
    throw new ApiError('TooManyEntriesInBatchRequest', 400, 'Maximum number of entries per request are 10.');
  }
  if (new Set(entries.map((entry) => entry['Id'])).size < entries.length) {
    throw new ApiError('BatchEntryIdsNotDistinct', 400, 'Two entries share an Id.');
  }
  const Successful: JsonObject[] = [];
  const Failed: JsonObject[] = [];
  for (const entry of entries) {
    const Id = textAt(entry, 'Id');
    try {
      Successful.push({ Id, ...single(queue, entry, call) });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      Failed.push({ Id, Code: error.code, Message: error.message, SenderFault: true });
    }
  }
  return { Successful, Failed };
}

/** Names of attributes come under two names: the SDK's old one and its new one. */
function shown(message: Message, input: JsonObject): JsonObject {
  const system = new Set([...listAt(input, 'AttributeNames'), ...listAt(input, 'MessageSystemAttributeNames')]);
  const wanted = new Set(listAt(input, 'MessageAttributeNames'));
  const all = wanted.has('All') || wanted.has('.*');
  const attributes = Object.entries(message.attributes).filter(([name]) => all || wanted.has(name));
  return {
    MessageId: message.id,
    ReceiptHandle: message.receipt,
    Body: message.body,
    MD5OfBody: message.md5,
    Attributes: Object.fromEntries(
      Object.entries(systemAttributes(message)).filter(([name]) => system.has('All') || system.has(name)),
    ),
    ...(attributes.length === 0 ? {} : { MessageAttributes: Object.fromEntries(attributes) }),
  };
}

export function systemAttributes(message: Message): Readonly<Record<string, string>> {
  return {
    SenderId: 'AIDALOCAL',
    SentTimestamp: String(message.sentAt),
    ApproximateReceiveCount: String(message.receiveCount),
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
  };
}

function within(value: number, least: number, most: number, name: string): number {
  if (value >= least && value <= most) return value;
  const message = `Value ${value} for parameter ${name} is invalid. Reason: must be between ${least} and ${most}.`;
  throw new ApiError('InvalidParameterValue', 400, message);
}
