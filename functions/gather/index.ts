/** Changed stories in, their events out. Wiring only: ports are built once per container. */
import { EventType } from '@aws-lambda-powertools/batch';
import { storyOf } from '../../shared/aws/stream.ts';
import { eventPorts } from '../../shared/aws/table-ports.ts';
import { settleEvent } from '../../shared/pipeline/settle-event.ts';
import { batchHandler, type Handler } from '../batch.ts';

const ports = eventPorts(process.env);

export const handler: Handler<typeof EventType.DynamoDBStreams> = batchHandler(
  EventType.DynamoDBStreams,
  async (record, tell) => {
    const storyId = storyOf(record);
    if (storyId === null) return;
    await settleEvent(storyId, ports);
    const told = { state: 'gathered', storyId };
    tell(told);
  },
  ports.table,
);
