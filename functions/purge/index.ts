/** Every few minutes: uploads of what was taken down, out of the bucket. Wiring only: ports are built once per container. */
import { Logger } from '@aws-lambda-powertools/logger';
import { purgePorts } from '../../shared/aws/ports.ts';
import { type HeldPurge, purgeHeld } from '../../shared/pipeline/purge-held.ts';

const ports = purgePorts(process.env);
const logger = new Logger();

export async function handler(): Promise<readonly HeldPurge[]> {
  const purged = await purgeHeld(ports);
  logger.info('purged', { purged });
  return purged;
}
