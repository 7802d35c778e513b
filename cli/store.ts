/** Which store the user means. In: `local` or `aws:STACK`. Out: reads and uploads, or its queues. Promise: what is missing is said in words. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type AwsPlace, type RemoteStore, remoteStore, stackOutputs } from '../shared/aws/store.ts';
import type { Queues } from '../shared/pipeline/queue-ports.ts';
import { EXIT, Stop } from './exit.ts';
import type { Io } from './io.ts';

export interface StoreOptions {
  /** `local`, or `aws:` and the name of the stack. */
  readonly store: string;
  readonly profile?: string | undefined;
  readonly region?: string | undefined;
}

const Outputs = z.object({
  BucketName: z.string(),
  TableName: z.string(),
  QueueUrl: z.string().optional(),
  DeadLetterQueueUrl: z.string().optional(),
  StreamDeadLetterQueueUrl: z.string().optional(),
});
type Outputs = z.infer<typeof Outputs>;
/** Written by the local run when it is ready. */
const LocalRun = z.object({
  endpoints: z.object({ s3: z.string(), dynamodb: z.string(), sqs: z.string().optional() }),
  outputs: Outputs,
});

interface Found {
  readonly outputs: Outputs;
  readonly place: AwsPlace;
}

export async function openStore(options: StoreOptions, io: Pick<Io, 'cwd' | 'base'>): Promise<RemoteStore> {
  const { outputs, place } = await findStore(options, io);
  return remoteStore({ bucketName: outputs.BucketName, tableName: outputs.TableName }, place);
}

/** The SDK for queues is loaded only here. */
export async function openQueues(options: StoreOptions, io: Pick<Io, 'cwd' | 'base'>): Promise<Queues> {
  const { outputs, place } = await findStore(options, io);
  const { QueueUrl: incoming, DeadLetterQueueUrl: uploads, StreamDeadLetterQueueUrl: stream } = outputs;
  if (incoming === undefined || uploads === undefined || stream === undefined)
    throw new Stop(
      EXIT.notFound,
      `${options.store} names no queues. Deploy or start it again with this version of Wirefold`,
    );
  const { remoteQueues } = await import('../shared/aws/queues.ts');
  return remoteQueues({ incoming, uploads, stream }, place);
}

async function findStore(options: StoreOptions, io: Pick<Io, 'cwd' | 'base'>): Promise<Found> {
  if (options.store === 'local') return findLocal(io);
  const stack = /^aws:([A-Za-z][A-Za-z0-9-]{0,127})$/.exec(options.store)?.[1];
  if (stack === undefined) {
    throw new Stop(
      EXIT.usage,
      `--store is "local" or "aws:STACK", for example aws:Wirefold; it was "${options.store}"`,
    );
  }
  return findStack(stack, { region: options.region ?? null, profile: options.profile ?? null, endpoints: null });
}

async function findStack(stack: string, place: AwsPlace): Promise<Found> {
  const outputs = Outputs.safeParse(await stackOutputs(stack, place));
  if (!outputs.success)
    throw new Stop(EXIT.notFound, `Stack ${stack} is there, but it is not Wirefold's: it has no BucketName`);
  return { outputs: outputs.data, place };
}

async function findLocal({ cwd, base }: Pick<Io, 'cwd' | 'base'>): Promise<Found> {
  for (const folder of new Set([cwd, base])) {
    const text = await readIfThere(join(folder, '.wirefold', 'local.json'));
    if (text === null) continue;
    const { outputs, endpoints } = LocalRun.parse(JSON.parse(text));
    return { outputs, place: { region: null, profile: null, endpoints } };
  }
  throw new Stop(
    EXIT.someFailed,
    'There is no local run here. Start one with: npm start (or name a stack: --store aws:STACK)',
  );
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
