/** A deployed or local store, as people reach it. In: names and where they are. Out: reads and uploads. Promise: no SDK type leaves. */
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import type { RawObjects } from '../pipeline/ports.ts';
import type { QueryPorts } from '../pipeline/query.ts';
import { s3Bodies } from './bodies.ts';
import { dynamoClient } from './dynamo-client.ts';
import { dynamoFeeds } from './feeds.ts';
import { s3Objects } from './objects.ts';
import { s3Client } from './s3-client.ts';
import { dynamoTable } from './table.ts';

/** Where requests go. All null: the account, region and credentials that the environment gives. */
export interface AwsPlace {
  readonly region: string | null;
  readonly profile: string | null;
  /** Of a local run: needs no credentials. */
  readonly endpoints: { readonly s3: string; readonly dynamodb: string } | null;
}

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
  /** Gives the version that S3 made of it. */
  upload(upload: Upload): Promise<{ readonly versionId: string | null }>;
}

/** A person's line may be slow: 16 MiB in two minutes is 1 Mbit/s. Half a minute without one byte is a line that is cut. */
const PATIENCE = {
  requestHandler: {
    connectionTimeout: 5_000,
    requestTimeout: 120_000,
    socketTimeout: 30_000,
    throwOnRequestTimeout: true,
  },
};
/** Emulators take any; without these the SDK would look for real ones. */
const NO_CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' };

export function remoteStore(names: StoreNames, place: AwsPlace): RemoteStore {
  const s3 = s3Client({ ...common(place), ...endpoint(place.endpoints?.s3) });
  const dynamo = dynamoClient({ ...common(place), ...endpoint(place.endpoints?.dynamodb) });
  return {
    query: {
      table: dynamoTable(dynamo, names.tableName),
      feeds: dynamoFeeds(dynamo, names.tableName),
      bodies: s3Bodies(s3, names.bucketName),
    },
    objects: s3Objects(s3),
    async upload({ key, bytes, metadata, contentType }) {
      const type = contentType === undefined ? {} : { ContentType: contentType };
      const request = { Bucket: names.bucketName, Key: key, Body: bytes, Metadata: { ...metadata }, ...type };
      const { VersionId } = await s3.send(new PutObjectCommand(request));
      return { versionId: VersionId ?? null };
    },
  };
}

/** Outputs of a stack, by name. Throws what CloudFormation says, among it that there is no such stack. */
export async function stackOutputs(stack: string, place: AwsPlace): Promise<Readonly<Record<string, string>>> {
  const client = new CloudFormationClient(common(place));
  const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: stack }));
  const outputs = Stacks?.[0]?.Outputs ?? [];
  return Object.fromEntries(outputs.map(({ OutputKey, OutputValue }) => [OutputKey ?? '', OutputValue ?? '']));
}

function common({ region, profile, endpoints }: AwsPlace) {
  if (endpoints !== null) return { ...PATIENCE, region: region ?? 'us-east-1', credentials: NO_CREDENTIALS };
  return { ...PATIENCE, ...(region === null ? {} : { region }), ...(profile === null ? {} : { profile }) };
}

function endpoint(url: string | undefined): { readonly endpoint?: string } {
  return url === undefined ? {} : { endpoint: url };
}
