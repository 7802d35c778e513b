/**
 * The body of a queue message in, outcomes told one by one. Promise: a message that no retry can cure is told and done with;
 * everything else that goes wrong is thrown, so that the queue keeps the message.
 */
import type { ObjectChange } from '../core/change.ts';
import { type Notification, parseNotification } from '../core/notification.ts';
import { Rejection } from '../core/rejection.ts';
import { type IngestPorts, ingest, type Outcome } from './ingest.ts';
import { workOff } from './work-off.ts';

/** What happened to one change, ready to be logged and counted: ids, states, codes and their sentences, never a word of the page. */
export type Told =
  | (Outcome & { readonly key: string; readonly at: string })
  /** It threw: the queue hands the message out again. */
  | { readonly state: 'unfinished'; readonly key: string; readonly at: string }
  | { readonly state: 'malformed'; readonly code: string; readonly reason: string };

export interface Message {
  readonly body: string;
  /** How often the queue has handed it out, from 1. */
  readonly receives: number;
}

/** `isOver`: there is no time for another member of a container; the rest is left to another message. */
export async function ingestMessage(
  message: Message,
  ports: IngestPorts,
  tell: (told: Told) => void,
  isOver: () => boolean = () => false,
): Promise<void> {
  const { receives } = message;
  const { changes, tasks } = readMessage(message.body, tell);
  const orTold =
    ({ key, at }: ObjectChange) =>
    (error: unknown) => {
      tell({ state: 'unfinished', key, at });
      throw error;
    };
  for (const change of changes) {
    const { key, at } = change;
    const outcome = await ingest(change, receives, ports).catch(orTold(change));
    tell({ ...outcome, key, at });
  }
  for (const { change, task } of tasks) {
    const { key, at } = change;
    const told = (outcome: Outcome) => tell({ ...outcome, key, at });
    await workOff({ change, task, receives, isOver, tell: told }, ports).catch(orTold(change));
  }
}

/** What is no notification has no object whose row could say so: it is told, and acknowledged. */
function readMessage(body: string, tell: (told: Told) => void): Pick<Notification, 'changes' | 'tasks'> {
  try {
    const { malformed, ...good } = parseNotification(body);
    for (const rejection of malformed) tellMalformed(rejection, tell);
    return good;
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    tellMalformed(error, tell);
    return { changes: [], tasks: [] };
  }
}

function tellMalformed({ code, message }: Rejection, tell: (told: Told) => void): void {
  tell({ state: 'malformed', code, reason: message });
}
