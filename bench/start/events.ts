/** What wakes each function, for articles that are there. In: the local run, uploads. Out: events, as the services send them. */
import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { type Json, parseJson } from '../../infra/local/json.ts';
import { aChange, anS3Event, anSqsEvent } from '../../shared/testing/builders.ts';

/** Later than anything that S3 gives: the row is written once more. */
const LATER = 'FF';

export function ingestEvent(bucket: string, key: string, round: number): Json {
  const sequencer = `${LATER}${String(round).padStart(14, '0')}`;
  const change = aChange({ bucket, key, sequencer, versionId: null, at: new Date().toISOString() });
  return json(anSqsEvent([anS3Event(change)]));
}

/** Keys of object rows, which wake `group`, and of summaries of stories, which wake `gather`. */
export async function streamEvents(endpoint: string, TableName: string) {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials });
  const [group, gather]: [Json[], Json[]] = [[], []];
  for await (const { Items = [] } of paginateScan({ client }, { TableName }))
    for (const { pk, sk } of Items) {
      if (pk?.S?.startsWith('obj#') === true && sk?.S === 'obj') group.push(streamEvent(pk.S, sk.S));
      if (pk?.S?.startsWith('story#') === true && sk?.S === 'summary') gather.push(streamEvent(pk.S, sk.S));
    }
  client.destroy();
  return { group, gather };
}

function streamEvent(pk: string, sk: string): Json {
  const dynamodb = { Keys: { pk: { S: pk }, sk: { S: sk } }, SequenceNumber: '1' };
  return json({ Records: [{ eventID: '1', eventName: 'MODIFY', eventSource: 'aws:dynamodb', dynamodb }] });
}

export function queryEvent(path: string): Json {
  const http = { method: 'GET' };
  const requestContext = { domainName: 'api.example', http };
  return json({ rawPath: path, rawQueryString: '', headers: { host: 'api.example', accept: '*/*' }, requestContext });
}

export const SCHEDULED: Json = { source: 'aws.events', 'detail-type': 'Scheduled Event', detail: {} };

function json(value: object): Json {
  return parseJson(JSON.stringify(value));
}
