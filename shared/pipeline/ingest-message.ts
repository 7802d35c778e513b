/**
 * The body of a queue message in, outcomes told one by one. Promise: a message that no retry can cure is told and done with;
 * everything else that goes wrong is thrown, so that the queue keeps the message.
 */
import type { ObjectChange } from '../core/change.ts';
import { parseNotification } from '../core/notification.ts';
import { Rejection } from '../core/rejection.ts';
import { type IngestPorts, ingest, type Outcome } from './ingest.ts';

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

export async function ingestMessage(message: Message, ports: IngestPorts, tell: (told: Told) => void): Promise<void> {
  for (const change of readChanges(message.body, tell)) {
    const { key, at } = change;
    const outcome = await ingest(change, message.receives, ports).catch((error: unknown) => {
      tell({ state: 'unfinished', key, at });
      throw error;
    });
    tell({ ...outcome, key, at });
  }
}

/** What is no notification has no object whose row could say so: it is told, and acknowledged. */
function readChanges(body: string, tell: (told: Told) => void): readonly ObjectChange[] {
  try {
    const { changes, malformed } = parseNotification(body);
    for (const rejection of malformed) tellMalformed(rejection, tell);
    return changes;
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    tellMalformed(error, tell);
    return [];
  }
}

function tellMalformed({ code, message }: Rejection, tell: (told: Told) => void): void {
  tell({ state: 'malformed', code, reason: message });
}
