/** The names that a user needs after `cdk deploy`; the command line finds a deployment by them, so they are never renamed. */
import { CfnOutput } from 'aws-cdk-lib';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { INCOMING_PREFIX } from './bucket.ts';
import type { Parts } from './parts.ts';

interface Functions {
  readonly ingest: LambdaFunction;
  readonly group: LambdaFunction;
  readonly gather: LambdaFunction;
  readonly settle: LambdaFunction;
  readonly purge: LambdaFunction;
}

/** Of the archive, where there is one. */
export interface ArchiveNames {
  readonly bucket: string;
  readonly workgroup: string;
  readonly database: string;
  readonly functionName: string;
}

export function archiveOutputs(scope: Construct, names: ArchiveNames): void {
  const named: readonly (readonly [string, string, string])[] = [
    ['ArchiveBucketName', names.bucket, 'All records as Parquet, by day'],
    ['ArchiveWorkgroupName', names.workgroup, 'Athena workgroup: bounds what a query may read'],
    ['ArchiveDatabaseName', names.database, 'Glue database with the view articles'],
    ['ArchiveFunctionName', names.functionName, 'Writes what has changed to the archive'],
  ];
  for (const [id, value, description] of named) new CfnOutput(scope, id, { value, description });
}

export function apiOutputs(scope: Construct, url: string, functionName: string): void {
  new CfnOutput(scope, 'ApiUrl', { value: url, description: 'The HTTP API; /openapi.json describes it' });
  new CfnOutput(scope, 'QueryFunctionName', { value: functionName, description: 'Answers the HTTP API' });
}

export function outputs(scope: Construct, { bucket, table, queues, settings }: Parts, functions: Functions): void {
  const { outletSilence } = settings;
  const named: readonly (readonly [string, string, string])[] = [
    ['BucketName', bucket.bucketName, `Put raw articles here, under ${INCOMING_PREFIX}`],
    ['TableName', table.tableName, 'Normalised records are here'],
    ['QueueUrl', queues.incoming.queueUrl, 'Uploads that wait for Ingest'],
    ['QueueArn', queues.incoming.queueArn, 'What a bucket that is there already has to notify'],
    ['DeadLetterQueueUrl', queues.incomingDead.queueUrl, 'Uploads that could not be worked off'],
    ['StreamDeadLetterQueueUrl', queues.streamDead.queueUrl, 'Changed rows that could not be grouped'],
    ['IngestFunctionName', functions.ingest.functionName, 'Cleans uploads'],
    ['GroupFunctionName', functions.group.functionName, 'Derives articles and stories'],
    ['GatherFunctionName', functions.gather.functionName, 'Places stories in events'],
    ['SettleFunctionName', functions.settle.functionName, 'Settles the events of recent days'],
    ['PurgeFunctionName', functions.purge.functionName, 'Removes uploads that a take-down held back'],
    ...(outletSilence === ''
      ? []
      : [['WatchedOutlets', outletSilence, 'Whose silence is told, after so many hours'] as const]),
  ];
  for (const [id, value, description] of named) new CfnOutput(scope, id, { value, description });
}
