/** What workers of these worlds are woken by. In: deliveries, a queue and chance. Out: messages, in any order, and some of them twice. */
import type { ObjectChange } from '../../shared/core/change.ts';
import type { RowTrigger } from '../../shared/pipeline/group.ts';
import type { Decision } from '../../shared/pipeline/take-down.ts';
import type { UndoRequest } from '../../shared/pipeline/undo-take-down.ts';
import { type Delivery, isReplay } from './deliveries.ts';
import type { Random } from './random.ts';
import type { WorldOptions } from './world.ts';

export type Message = { readonly receives: number; readonly failures?: number } & (
  | { readonly kind: 'change'; readonly change: ObjectChange; readonly extractor: number }
  | { readonly kind: 'part'; readonly body: string; readonly extractor: number }
  | { readonly kind: 'trigger'; readonly trigger: RowTrigger }
  | { readonly kind: 'story'; readonly storyId: string }
  | { readonly kind: 'take-down'; readonly decision: Decision; readonly isGivenUp: boolean }
  | { readonly kind: 'undo'; readonly request: UndoRequest }
  | { readonly kind: 'purge' }
  | { readonly kind: 'late' }
  | { readonly kind: 'embargoes' }
);

export function messagesOf(delivery: Delivery | null, { deaf, renumbered }: WorldOptions): readonly Message[] {
  if (delivery === null) return [];
  const { extractor } = delivery;
  const isNew = renumbered === true && isReplay(delivery);
  const change = isNew ? { ...delivery.change, sequencer: `${delivery.change.sequencer}F` } : delivery.change;
  const isUnheard = deaf === true && change.kind === 'looked';
  return isUnheard ? [] : [{ kind: 'change', change, extractor, receives: 1 }];
}

/** In any order, as S3 and SQS hand messages out; sometimes it is not the last time. */
export function take(queue: Message[], random: Random, duplicates: number): Message {
  const at = random.below(queue.length);
  const message = queue[at];
  if (message === undefined) throw new Error('nothing to take');
  const isRepeated = message.receives === 1 && message.kind !== 'undo' && random.chance(duplicates);
  if (isRepeated) queue[at] = { ...message, receives: 2 };
  else queue.splice(at, 1);
  return message;
}
