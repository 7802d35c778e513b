/** A queue message or stream record in, the name under which its failure is noted out. Promise: ids only. */
import type { DynamoDBRecord, SQSRecord } from 'aws-lambda';
import type { FailedThing } from '../pipeline/failure-notes.ts';
import { triggerOf } from './stream.ts';

/** Null for a record that names nothing. */
export function failedThing(item: SQSRecord | DynamoDBRecord): FailedThing | null {
  if ('messageId' in item) {
    const receives = Number(item.attributes.ApproximateReceiveCount);
    return { kind: 'upload', messageId: item.messageId, receives };
  }
  const { SequenceNumber: sequenceNumber, Keys } = item.dynamodb ?? {};
  const [pk, sk] = [Keys?.['pk']?.S, Keys?.['sk']?.S];
  if (sequenceNumber === undefined || pk === undefined || sk === undefined) return null;
  return { kind: 'record', sequenceNumber, row: { pk, sk }, articleIds: triggerOf(item)?.articleIds ?? [] };
}
