/** Every few minutes: the days that have changed, settled with those around them. Wiring only: ports are built once per container. */
import { Logger } from '@aws-lambda-powertools/logger';
import { eventPorts } from '../../shared/aws/ports.ts';
import { settleChanged, type WindowReport } from '../../shared/pipeline/settle-window.ts';

const ports = eventPorts(process.env);
const logger = new Logger();

export async function handler(): Promise<readonly WindowReport[]> {
  const windows = await settleChanged(ports);
  logger.info('settled', { windows });
  return windows;
}
