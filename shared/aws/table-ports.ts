/**
 * What the functions reach that work on the table alone: `group`, `gather`, `settle`. In: their environment. Out: ports. Promise: throws at start, naming
 * it, when a variable is missing; S3's and SQS's clients are not so much as looked at when these functions are bundled.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { COPIES } from '../core/copies/kinship.ts';
import { EVENTS } from '../core/event/eventing.ts';
import { currentTable } from '../pipeline/current-schema.ts';
import type { LogPorts } from '../pipeline/log-change.ts';
import { jitteredPacing } from '../pipeline/pacing.ts';
import type { ArticlePorts } from '../pipeline/settle-article.ts';
import type { EventPorts } from '../pipeline/settle-event.ts';
import { dynamoClient } from './dynamo-client.ts';
import { type Environment, requireVariables } from './environment.ts';
import { dynamoTable } from './table.ts';

export function groupPorts(environment: Environment): ArticlePorts {
  const { TABLE_NAME } = requireVariables(environment, ['TABLE_NAME']);
  const table = currentTable(dynamoTable(dynamoClient(), TABLE_NAME));
  return { table, pacing: jitteredPacing(Math.random, sleep), kinship: COPIES, clock: () => new Date().toISOString() };
}

export function eventPorts(environment: Environment): EventPorts {
  const { TABLE_NAME } = requireVariables(environment, ['TABLE_NAME']);
  const table = currentTable(dynamoTable(dynamoClient(), TABLE_NAME));
  return { table, pacing: jitteredPacing(Math.random, sleep), eventing: EVENTS };
}

/** A clock wakes it: it settles events, and tells of embargoes that have ended. */
export function settlePorts(environment: Environment): EventPorts & LogPorts {
  return { ...eventPorts(environment), clock: () => new Date().toISOString() };
}
