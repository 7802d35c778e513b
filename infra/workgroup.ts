/** Where SQL is asked. Promise: no query reads more than the deployment allows, and no answer is kept for long. */
import { CfnWorkGroup } from 'aws-cdk-lib/aws-athena';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Settings } from './settings.ts';

/** Answers of Athena; they expire. */
export const RESULTS_PREFIX = 'answers/';

const BYTES_IN_GIB = 1024 ** 3;

/** Gives its name. What it says cannot be overruled by whoever asks. */
export function workgroup(
  scope: Construct,
  name: string,
  bucket: Bucket,
  { queryGib }: Settings,
  key: IKey | null,
): string {
  const group = new CfnWorkGroup(scope, 'ArchiveWorkgroup', {
    name,
    description: 'Wirefold: questions about the archive',
    recursiveDeleteOption: true,
    workGroupConfiguration: {
      enforceWorkGroupConfiguration: true,
      bytesScannedCutoffPerQuery: queryGib * BYTES_IN_GIB,
      engineVersion: { selectedEngineVersion: 'Athena engine version 3' },
      publishCloudWatchMetricsEnabled: false,
      resultConfiguration: {
        outputLocation: bucket.s3UrlForObject(RESULTS_PREFIX),
        encryptionConfiguration:
          key === null ? { encryptionOption: 'SSE_S3' } : { encryptionOption: 'SSE_KMS', kmsKey: key.keyArn },
      },
    },
  });
  return group.name;
}
