/** Every few minutes: the window of recent days, and older days that have changed, settled at once. Wiring only: ports are built once per container. */
import { Logger } from '@aws-lambda-powertools/logger';
import { eventPorts } from '../../shared/aws/ports.ts';
import { settleRecent, type WindowReport } from '../../shared/pipeline/settle-window.ts';

const ports = eventPorts(process.env);
const logger = new Logger();

/** What the schedule says of itself; its own time makes a repeated call look at the same days. */
export interface Tick {
  readonly time: string;
}

export async function handler({ time }: Tick): Promise<readonly WindowReport[]> {
  const windows = await settleRecent(time, ports);
  logger.info('settled', { windows });
  return windows;
}
