/** Which store the user means. In: `local` or `aws:STACK`. Out: reads and uploads. Promise: what is missing is said in words. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type AwsPlace, type RemoteStore, remoteStore, stackOutputs } from '../shared/aws/store.ts';
import { EXIT, Stop } from './exit.ts';
import type { Io } from './io.ts';

export interface StoreOptions {
  /** `local`, or `aws:` and the name of the stack. */
  readonly store: string;
  readonly profile?: string | undefined;
  readonly region?: string | undefined;
}

const Outputs = z.object({ BucketName: z.string(), TableName: z.string() });
/** Written by the local run when it is ready. */
const LocalRun = z.object({
  endpoints: z.object({ s3: z.string(), dynamodb: z.string() }),
  outputs: Outputs,
});

export async function openStore(options: StoreOptions, io: Pick<Io, 'cwd' | 'base'>): Promise<RemoteStore> {
  if (options.store === 'local') return openLocal(io);
  const stack = /^aws:([A-Za-z][A-Za-z0-9-]{0,127})$/.exec(options.store)?.[1];
  if (stack === undefined) {
    throw new Stop(
      EXIT.usage,
      `--store is "local" or "aws:STACK", for example aws:Wirefold; it was "${options.store}"`,
    );
  }
  return openStack(stack, { region: options.region ?? null, profile: options.profile ?? null, endpoints: null });
}

async function openStack(stack: string, place: AwsPlace): Promise<RemoteStore> {
  const outputs = Outputs.safeParse(await stackOutputs(stack, place));
  if (!outputs.success)
    throw new Stop(EXIT.notFound, `Stack ${stack} is there, but it is not Wirefold's: it has no BucketName`);
  return remoteStore(namesOf(outputs.data), place);
}

async function openLocal({ cwd, base }: Pick<Io, 'cwd' | 'base'>): Promise<RemoteStore> {
  for (const folder of new Set([cwd, base])) {
    const text = await readIfThere(join(folder, '.wirefold', 'local.json'));
    if (text === null) continue;
    const run = LocalRun.parse(JSON.parse(text));
    return remoteStore(namesOf(run.outputs), { region: null, profile: null, endpoints: run.endpoints });
  }
  throw new Stop(
    EXIT.someFailed,
    'There is no local run here. Start one with: npm start (or name a stack: --store aws:STACK)',
  );
}

function namesOf(outputs: z.infer<typeof Outputs>) {
  return { bucketName: outputs.BucketName, tableName: outputs.TableName };
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
