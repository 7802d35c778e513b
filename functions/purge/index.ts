/** Every few minutes: what was held back after a take-down, or slipped by it, out of the bucket. Wiring only: ports are built once per container. */
import { Logger } from '@aws-lambda-powertools/logger';
import type { Context } from 'aws-lambda';
import { purgePorts } from '../../shared/aws/purge-ports.ts';
import { STORE_LIMITS } from '../../shared/core/store-limits.ts';
import { type HeldPurge, purgeHeld } from '../../shared/pipeline/purge-held.ts';
import { type LatePurge, purgeLate } from '../../shared/pipeline/purge-late.ts';

const ports = purgePorts(process.env);
const logger = new Logger();

export async function handler(_event: unknown, context: Context): Promise<readonly (HeldPurge | LatePurge)[]> {
  const isOver = () => context.getRemainingTimeInMillis() < STORE_LIMITS.edgeMs;
  const held = await purgeHeld(ports, isOver);
  const purged = [...held, ...(await purgeLate(new Date().toISOString(), ports, isOver))];
  logger.info('purged', { purged });
  return purged;
}
