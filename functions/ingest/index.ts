/** Queue messages in, rows out. Wiring only: ports are built once per container. */
import { EventType } from '@aws-lambda-powertools/batch';
import { ingestPorts } from '../../shared/aws/ingest-ports.ts';
import { readLanguages } from '../../shared/core/accepted-languages.ts';
import { STORE_LIMITS } from '../../shared/core/store-limits.ts';
import { acceptLanguages } from '../../shared/pipeline/accept-languages.ts';
import { ingestMessage } from '../../shared/pipeline/ingest-message.ts';
import { createReader } from '../../shared/workers/reader.ts';
import { batchHandler, type Handler } from '../batch.ts';

const languages = readLanguages(process.env['LANGUAGES'] ?? '') ?? [];
const reader = acceptLanguages(createReader({ startMs: STORE_LIMITS.startMs }), languages);
const ports = { ...ingestPorts(process.env), reader };

export const handler: Handler<typeof EventType.SQS> = batchHandler(
  EventType.SQS,
  (message, tell, isOver) => {
    const receives = Number(message.attributes.ApproximateReceiveCount);
    return ingestMessage({ body: message.body, receives }, ports, tell, isOver);
  },
  ports.table,
);
