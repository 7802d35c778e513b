/**
 * Every few minutes: embargoes that have ended, told; the days that have changed, settled with those around them; outlets that are silent,
 * counted. Wiring only: ports are built once per container.
 */
import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Context } from 'aws-lambda';
import { settlePorts } from '../../shared/aws/table-ports.ts';
import { readSilences } from '../../shared/core/outlet-silence.ts';
import { readHour } from '../../shared/core/settling-pace.ts';
import { settleChanged, type WindowReport } from '../../shared/pipeline/settle-window.ts';
import { silentOutlets } from '../../shared/pipeline/silent-outlets.ts';
import { tellEndedEmbargoes } from '../../shared/pipeline/tell-embargoes.ts';

const ports = settlePorts(process.env);
const hour = readHour(process.env['SETTLE_HOUR']);
const watched = readSilences(process.env['OUTLET_SILENCE'] ?? '') ?? [];
const logger = new Logger();
const metrics = new Metrics();

export async function handler(_event: unknown, context: Context): Promise<readonly WindowReport[]> {
  const embargoes = await tellEndedEmbargoes(ports);
  const windows = await settleChanged({ ...ports, hour, leftMs: () => context.getRemainingTimeInMillis() });
  logger.info('settled', { windows, embargoes });
  if (watched.length > 0) {
    const silent = await silentOutlets(watched, ports);
    if (silent.length > 0) logger.warn('silent', { outlets: silent });
    metrics.addMetric('outlets.silent', MetricUnit.Count, silent.length);
    metrics.publishStoredMetrics();
  }
  return windows;
}
