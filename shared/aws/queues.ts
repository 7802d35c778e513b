/** The queues of a store on SQS. In: their addresses. Out: the ports. Promise: no SDK type leaves; loaded only by verbs that ask for it. */
import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  type QueueAttributeName,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { DeadLetters, Letter, Outbox, Queues } from '../pipeline/queue-ports.ts';
import { CLIENT_BOUNDS } from './client-bounds.ts';
import { type AwsPlace, clientConfig } from './place.ts';

export interface QueueUrls {
  readonly incoming: string;
  readonly uploads: string;
  readonly stream: string;
}

export function remoteQueues(urls: QueueUrls, place: AwsPlace): Queues {
  const client = new SQSClient(clientConfig(place, place.endpoints?.sqs));
  return {
    incoming: outbox(client, urls.incoming),
    uploads: deadLetters(client, urls.uploads),
    stream: deadLetters(client, urls.stream),
  };
}

/** The one queue that a function sends to. */
export function sqsOutbox(queueUrl: string): Outbox {
  return outbox(new SQSClient(CLIENT_BOUNDS), queueUrl);
}

function outbox(client: SQSClient, QueueUrl: string): Outbox {
  return {
    async send(bodies) {
      if (bodies.length === 0) return;
      const Entries = bodies.map((MessageBody, at) => ({ Id: String(at), MessageBody }));
      const answer = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
      refuseFailed('took', answer.Failed, bodies.length);
    },
    waiting: () => sumOf(client, QueueUrl, ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesDelayed']),
  };
}

/** A long poll asks all of a queue's servers: a short one may find nothing although there is something. */
const POLL_S = 1;

function deadLetters(client: SQSClient, QueueUrl: string): DeadLetters {
  return {
    count: () => sumOf(client, QueueUrl, ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible']),
    async take(most, hiddenS) {
      const MessageSystemAttributeNames = ['SentTimestamp' as const];
      const bounds = { MaxNumberOfMessages: most, VisibilityTimeout: hiddenS, WaitTimeSeconds: POLL_S };
      const asked = new ReceiveMessageCommand({ QueueUrl, ...bounds, MessageSystemAttributeNames });
      const { Messages = [] } = await client.send(asked);
      return Messages.map(({ MessageId = '', ReceiptHandle = '', Body = '', Attributes = {} }) => {
        const sentAt = new Date(Number(Attributes.SentTimestamp ?? 0)).toISOString();
        return { id: MessageId, receipt: ReceiptHandle, body: Body, sentAt };
      });
    },
    async release(letters) {
      if (letters.length === 0) return;
      const Entries = entriesOf(letters).map((entry) => ({ ...entry, VisibilityTimeout: 0 }));
      // One that is not released shows itself again by itself.
      await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries }));
    },
    async remove(letters) {
      if (letters.length === 0) return;
      const answer = await client.send(new DeleteMessageBatchCommand({ QueueUrl, Entries: entriesOf(letters) }));
      refuseFailed('removed', answer.Failed, letters.length);
    },
  };
}

function entriesOf(letters: readonly Letter[]) {
  return letters.map(({ receipt }, at) => ({ Id: String(at), ReceiptHandle: receipt }));
}

function refuseFailed(verb: string, failed: readonly { readonly Code?: string | undefined }[] = [], all: number): void {
  const [first] = failed;
  if (first !== undefined)
    throw new Error(`SQS ${verb} only ${all - failed.length} of ${all} messages (${first.Code}). Try again`);
}

async function sumOf(client: SQSClient, QueueUrl: string, AttributeNames: QueueAttributeName[]): Promise<number> {
  const { Attributes = {} } = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames }));
  return AttributeNames.reduce((sum, name) => sum + Number(Attributes[name] ?? 0), 0);
}
