/** Declared functions in, functions that run their bundles out, by physical name. */
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { keyOfRole } from './iam/door.ts';
import { roleOf } from './iam/roles.ts';
import { type JsonObject, listAt, numberAt, objectAt, textAt } from './json.ts';
import { type LocalFunction, makeFunction } from './lambda/function.ts';
import { LOCAL_LIMITS } from './limits.ts';
import type { Meter } from './meter.ts';
import type { Declared } from './template/stack.ts';
import type { LocalLog } from './types.ts';

export interface FunctionsAt {
  readonly assembly: string;
  readonly endpoints: { readonly s3: string; readonly sqs: string; readonly dynamodb: string };
  /** Where compiled code is kept between starts. */
  readonly cacheDir: string;
}

export async function buildFunctions(
  functions: readonly Declared[],
  at: FunctionsAt,
  log: LocalLog,
  meter: Meter,
): Promise<ReadonlyMap<string, LocalFunction>> {
  const built = new Map<string, LocalFunction>();
  for (const { id, name, properties } of functions) {
    if (!textAt(properties, 'Runtime').startsWith('nodejs')) throw new Error(`not emulated: runtime of function ${id}`);
    if (listAt(properties, 'Layers').length > 0) throw new Error(`not emulated: layers of function ${id}`);
    const settings = {
      name,
      root: await bundleOf(id, properties, at.assembly),
      handler: textAt(properties, 'Handler'),
      timeoutMs: numberAt(properties, 'Timeout', 3) * 1_000,
      memoryMib: numberAt(properties, 'MemorySize', 128),
      processes: processesOf(properties),
      environment: { ...endpointVariables(at), ...credentialsOf(properties), ...variablesOf(properties) },
    };
    built.set(
      name,
      makeFunction(settings, (line) => log({ ...line, from: id }), meter),
    );
  }
  return built;
}

/** `abc.zip` in the deployment bucket is the folder `asset.abc` of the assembly. */
async function bundleOf(id: string, properties: JsonObject, assembly: string): Promise<string> {
  const key = textAt(objectAt(properties, 'Code'), 'S3Key');
  const root = resolve(join(assembly, `asset.${key.replace('.zip', '')}`));
  const found = await stat(root).catch(() => null);
  if (found === null || !found.isDirectory())
    throw new Error(`the bundle of function ${id} is not in the assembly: ${root}`);
  return root;
}

function processesOf(properties: JsonObject): number {
  const reserved = numberAt(properties, 'ReservedConcurrentExecutions', LOCAL_LIMITS.processesDefault);
  return Math.max(1, Math.min(reserved, LOCAL_LIMITS.processesMost));
}

function endpointVariables({ endpoints, cacheDir }: FunctionsAt): Readonly<Record<string, string>> {
  return {
    AWS_ENDPOINT_URL_S3: endpoints.s3,
    AWS_ENDPOINT_URL_SQS: endpoints.sqs,
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    NODE_COMPILE_CACHE: cacheDir,
  };
}

/** Who has no role in the template may do all. */
function credentialsOf(properties: JsonObject): Readonly<Record<string, string>> {
  const role = roleOf(properties);
  return role === null ? {} : { AWS_ACCESS_KEY_ID: keyOfRole(role) };
}

function variablesOf(properties: JsonObject): Readonly<Record<string, string>> {
  const variables = objectAt(objectAt(properties, 'Environment'), 'Variables');
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, String(value)]));
}
