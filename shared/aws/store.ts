/** A deployed or local store, as people reach it. In: names and where they are. Out: reads and uploads. Promise: no SDK type leaves. */
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { currentFeeds, currentTable } from '../pipeline/current-schema.ts';
import type { Listing, ObjectVersions, RawObjects, Table } from '../pipeline/ports.ts';
import type { QueryPorts } from '../pipeline/query.ts';
import { s3Bodies } from './bodies.ts';
import { dynamoClient } from './dynamo-client.ts';
import { dynamoFeeds } from './feeds.ts';
import { s3Listing } from './listing.ts';
import { s3Objects } from './objects.ts';
import { type AwsPlace, clientConfig, patienceFor } from './place.ts';
import { s3Client } from './s3-client.ts';

import { dynamoTable } from './table.ts';
import { s3Versions } from './versions.ts';

export type { AwsPlace } from './place.ts';

export interface StoreNames {
  readonly bucketName: string;
  readonly tableName: string;
}

export interface Upload {
  readonly key: string;
  readonly bytes: Uint8Array;
  /** `x-amz-meta-*`, without that prefix; ASCII. */
  readonly metadata: Readonly<Record<string, string>>;
  /** A hint only: the real format is found in the bytes. */
  readonly contentType?: string;
}

export interface RemoteStore {
  readonly query: QueryPorts;
  /** Raw uploads, of any version that S3 still has. */
  readonly objects: RawObjects;
  readonly listing: Listing;
  /** For whoever operates the store: what is written is the user's own right. */
  readonly table: Table;
  /** For take-downs, with the user's own rights. */
  readonly versions: ObjectVersions;
  /** Gives the version that S3 made of it. */
  upload(upload: Upload): Promise<{ readonly versionId: string | null }>;
}

export function remoteStore(names: StoreNames, place: AwsPlace): RemoteStore {
  const s3 = s3Client(clientConfig(place, place.endpoints?.s3));
  const dynamo = dynamoClient(clientConfig(place, place.endpoints?.dynamodb));
  const table = currentTable(dynamoTable(dynamo, names.tableName));
  return {
    query: {
      table,
      feeds: currentFeeds(dynamoFeeds(dynamo, names.tableName)),
      bodies: s3Bodies(s3, names.bucketName),
    },
    table,
    objects: s3Objects(s3),
    listing: s3Listing(s3, names.bucketName),
    versions: s3Versions(s3, names.bucketName),
    async upload({ key, bytes, metadata, contentType }) {
      const type = contentType === undefined ? {} : { ContentType: contentType };
      const request = { Bucket: names.bucketName, Key: key, Body: bytes, Metadata: { ...metadata }, ...type };
      const { VersionId } = await s3.send(new PutObjectCommand(request), { requestTimeout: patienceFor(bytes.length) });
      return { versionId: VersionId ?? null };
    },
  };
}

/** Outputs of a stack, by name. Throws what CloudFormation says, among it that there is no such stack. */
export async function stackOutputs(stack: string, place: AwsPlace): Promise<Readonly<Record<string, string>>> {
  const client = new CloudFormationClient(clientConfig(place));
  const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: stack }));
  const outputs = Stacks?.[0]?.Outputs ?? [];
  return Object.fromEntries(outputs.map(({ OutputKey, OutputValue }) => [OutputKey ?? '', OutputValue ?? '']));
}
