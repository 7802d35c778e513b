/** A store in, all that a take-down needs out: also what settles stories and events, so that nothing is left when the command ends. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { RemoteStore } from '../shared/aws/store.ts';
import { COPIES } from '../shared/core/copies/kinship.ts';
import { EVENTS } from '../shared/core/event/eventing.ts';
import { jitteredPacing } from '../shared/pipeline/pacing.ts';
import type { ForgetPorts } from './commands/forget.ts';

export function forgetPorts({ table, versions }: Pick<RemoteStore, 'table' | 'versions'>): ForgetPorts {
  const pacing = jitteredPacing(Math.random, sleep);
  // Whatever else holds articles outside the table and the bucket joins here.
  const clock = () => new Date().toISOString();
  return { table, versions, pacing, clock, kinship: COPIES, eventing: EVENTS, elsewhere: [] };
}
