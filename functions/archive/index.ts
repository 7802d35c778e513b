/** Every few minutes: what has changed, to the archive. Wiring only: ports are built once per container. */
import { Logger } from '@aws-lambda-powertools/logger';
import type { Context } from 'aws-lambda';
import { archivePorts } from '../../shared/aws/archive-store.ts';
import { ARCHIVE_LIMITS } from '../../shared/core/archive/limits.ts';
import { type RunReport, runArchive } from '../../shared/pipeline/archive.ts';

const ports = archivePorts(process.env);
const logger = new Logger();

export async function handler(_event: unknown, context: Context): Promise<RunReport> {
  const report = await runArchive(ports, () => context.getRemainingTimeInMillis() < ARCHIVE_LIMITS.edgeMs);
  logger.info('archived', { report });
  return report;
}
