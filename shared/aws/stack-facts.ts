/** What a stack says of itself. In: the folder of a local run, or outputs. Out: names and where they are. Promise: null for what is not there. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { AwsPlace } from './place.ts';
import type { StoreNames } from './store.ts';

export type Outputs = Readonly<Record<string, string>>;

/** A deployed stack, or a local run. */
export interface StackFacts {
  readonly outputs: Outputs;
  readonly place: AwsPlace;
  /** Folder in which a local run keeps its state; null for a deployed stack. */
  readonly stateFolder: string | null;
}

const Named = z.object({ BucketName: z.string(), TableName: z.string() });
/** Written by the local run when it is ready. */
const LocalRun = z.object({
  endpoints: z.object({ s3: z.string(), dynamodb: z.string(), sqs: z.string().optional() }),
  outputs: z.record(z.string(), z.string()),
});

/** Null when it is not Wirefold's stack. */
export function storeNamesOf(outputs: Outputs): StoreNames | null {
  const named = Named.safeParse(outputs);
  return named.success ? { bucketName: named.data.BucketName, tableName: named.data.TableName } : null;
}

/** `folder`: the one that `npm start` was run in. Null when none runs, or ran, there. */
export function localRun(folder: string): Promise<StackFacts | null> {
  return runWithState(join(folder, '.wirefold'));
}

/** `folder`: where it was started, or what it was given as `--state`. */
export async function localRunIn(folder: string): Promise<StackFacts | null> {
  return (await runWithState(folder)) ?? localRun(folder);
}

async function runWithState(stateFolder: string): Promise<StackFacts | null> {
  const text = await readIfThere(join(stateFolder, 'local.json'));
  if (text === null) return null;
  const { endpoints, outputs } = LocalRun.parse(JSON.parse(text));
  return { outputs, place: { region: null, profile: null, endpoints }, stateFolder };
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
