/** Long polling: messages as soon as there are any, or none when the time is over or the asker is gone. */
import type { Bell } from '../bell.ts';
import { type Message, type Messages, queueTopic } from './messages.ts';

export interface Poll {
  readonly queue: string;
  readonly most: number;
  readonly waitMs: number;
  readonly visibilitySeconds?: number | undefined;
  readonly stop: AbortSignal;
}

export async function pollMessages(
  messages: Messages,
  bell: Bell,
  now: () => number,
  poll: Poll,
): Promise<readonly Message[]> {
  const until = now() + poll.waitMs;
  while (!poll.stop.aborted) {
    const taken = messages.receive(poll.queue, poll.most, poll.visibilitySeconds);
    if (taken.length > 0 || now() >= until) return taken;
    const next = messages.nextVisibleAt(poll.queue) ?? until;
    await bell.wait(queueTopic(poll.queue), Math.min(next, until) - now() + 1, poll.stop);
  }
  return [];
}
