/** What a deployment is known by, from the outputs of its stack. Promise: an output that is missing is named. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type RemoteStore, remoteStore } from '../../shared/aws/store.ts';
import { type StoreClient, storeClient } from '../../shared/library/client.ts';

const Outputs = z.object({
  ...{ ApiUrl: z.string(), BucketName: z.string(), ArchiveBucketName: z.string(), TableName: z.string() },
  ...{ QueueUrl: z.string(), DeadLetterQueueUrl: z.string(), StreamDeadLetterQueueUrl: z.string() },
  ...{ IngestFunctionName: z.string(), SettleFunctionName: z.string(), PurgeFunctionName: z.string() },
  ...{ ArchiveFunctionName: z.string(), QueryFunctionName: z.string() },
});

export interface Deployment {
  readonly stack: string;
  readonly outputs: z.infer<typeof Outputs>;
  readonly store: RemoteStore;
  readonly client: StoreClient;
}

/** `file`: what `cdk deploy --outputs-file` wrote. */
export function deploymentOf(stack: string, file: string): Deployment {
  const written = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')));
  const outputs = Outputs.parse(written[stack]);
  const names = { bucketName: outputs.BucketName, tableName: outputs.TableName };
  // As the command reaches a deployed store: the SDK finds region, credentials and endpoints by itself.
  const store = remoteStore(names, { region: null, profile: null, endpoints: null });
  return { stack, outputs, store, client: storeClient(store.query) };
}
