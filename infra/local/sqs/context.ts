/** What every SQS operation works with, and how it reads the queue it is about. */
import { ACCOUNT } from '../arn.ts';
import type { Bell } from '../bell.ts';
import type { Database } from '../database.ts';
import { type JsonObject, textAt } from '../json.ts';
import { type Messages, openMessages } from './messages.ts';
import { openQueues, type Queues } from './queues.ts';

export interface SqsContext {
  readonly queues: Queues;
  readonly messages: Messages;
  readonly bell: Bell;
  readonly now: () => number;
}

export interface SqsCall extends SqsContext {
  /** Origin of the endpoint that was asked, for queue URLs. */
  readonly origin: string;
  /** Aborted when the asker has gone away. */
  readonly gone: AbortSignal;
}

export type SqsOperation = (input: JsonObject, call: SqsCall) => JsonObject | Promise<JsonObject>;

export function openSqs(db: Database, bell: Bell, now: () => number): SqsContext {
  const queues = openQueues(db);
  return { queues, messages: openMessages(db, queues, bell, now), bell, now };
}

export const queueUrl = (origin: string, name: string): string => `${origin}/${ACCOUNT}/${name}`;

/** Queue of the call's QueueUrl; throws QueueDoesNotExist. */
export function queueOf(input: JsonObject, call: SqsContext): string {
  const name = textAt(input, 'QueueUrl').split('/').at(-1) ?? '';
  call.queues.attributes(name);
  return name;
}
