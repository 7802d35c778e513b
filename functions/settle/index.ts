/** Every few minutes: the window of recent days, settled at once. Wiring only: ports are built once per container. */
import { Logger } from '@aws-lambda-powertools/logger';
import { eventPorts } from '../../shared/aws/ports.ts';
import { settleWindow, type WindowReport } from '../../shared/pipeline/settle-window.ts';

const ports = eventPorts(process.env);
const logger = new Logger();

/** What the schedule says of itself; its own time makes a repeated call look at the same days. */
export interface Tick {
  readonly time: string;
}

export async function handler({ time }: Tick): Promise<WindowReport> {
  const report = await settleWindow(time, ports);
  logger.info('settled', { ...report });
  return report;
}
