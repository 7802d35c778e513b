/** Changed rows in, articles and stories out. Wiring only: ports are built once per container. */
import { EventType } from '@aws-lambda-powertools/batch';
import { triggerOf } from '../../shared/aws/stream.ts';
import { groupPorts } from '../../shared/aws/table-ports.ts';
import { group } from '../../shared/pipeline/group.ts';
import { batchHandler, type Handler } from '../batch.ts';

const ports = groupPorts(process.env);

export const handler: Handler<typeof EventType.DynamoDBStreams> = batchHandler(
  EventType.DynamoDBStreams,
  async (record, tell) => {
    const trigger = triggerOf(record);
    if (trigger !== null) tell({ state: 'grouped', ...(await group(trigger, ports)) });
  },
  ports.table,
);
