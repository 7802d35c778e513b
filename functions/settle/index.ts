/** Every few minutes: embargoes that have ended, told; the days that have changed, settled with those around them. Wiring only: ports are built once per container. */
import { Logger } from '@aws-lambda-powertools/logger';
import { settlePorts } from '../../shared/aws/ports.ts';
import { settleChanged, type WindowReport } from '../../shared/pipeline/settle-window.ts';
import { tellEndedEmbargoes } from '../../shared/pipeline/tell-embargoes.ts';

const ports = settlePorts(process.env);
const logger = new Logger();

export async function handler(): Promise<readonly WindowReport[]> {
  const embargoes = await tellEndedEmbargoes(ports);
  const windows = await settleChanged(ports);
  logger.info('settled', { windows, embargoes });
  return windows;
}
