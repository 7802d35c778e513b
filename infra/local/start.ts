/**
 * The synthesized template in, the same stack running on this machine out: buckets, queues, tables and their stream in one
 * folder, the deployed bundles in processes of their own. A start on the folder of a killed run goes on where it was.
 */
import { join } from 'node:path';
import { type LocalApi, makeApi } from './api/server.ts';
import { buildFunctions } from './build-functions.ts';
import { buildMappings } from './build-mappings.ts';
import { buildSchedules, scheduledEvent } from './build-schedules.ts';
import { serveDynamo } from './dynamodb/server.ts';
import type { Served } from './http.ts';
import { type Door, makeDoor } from './iam/door.ts';
import { roleOf, rolesOf } from './iam/roles.ts';
import { LOCAL_LIMITS } from './limits.ts';
import { type Meter, makeMeter } from './meter.ts';
import { serveS3 } from './s3/server.ts';
import { queueUrl } from './sqs/context.ts';
import { serveSqs } from './sqs/server.ts';
import { buildStores, openStores, type Stores } from './stores.ts';
import { readStack, type Stack } from './template/stack.ts';
import { readTemplate } from './template/template.ts';
import type { LocalOptions, LocalStack } from './types.ts';

/** Throws, with everything closed again, when the template asks for what is not emulated or a port is taken. */
export async function startLocal(options: LocalOptions): Promise<LocalStack> {
  const template = await readTemplate(options.assembly, options.stack);
  const undo: (() => Promise<void> | void)[] = [];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  const meter = makeMeter();
  const door = makeDoor();
  try {
    const stores = await openStores(options.dataDir, undo);
    const open = async (starting: Promise<Served>): Promise<string> => {
      const served = await starting;
      undo.push(served.close);
      return served.url;
    };
    const sqs = await open(serveSqs(stores.sqs, options.ports?.sqs ?? 0, door));
    const dynamodb = await open(serveDynamo(stores.dynamo, options.ports?.dynamodb ?? 0, meter, door));
    const streamOf = (table: string): string | null => stores.dynamo.tables.find(table)?.streamArn ?? null;
    // Its address is part of the outputs, and the functions behind it start last.
    const api = makeApi(meter);
    const apiUrl = await open(api.serve(options.ports?.api ?? 0));
    const stack = readStack(template, () => ({ sqsOrigin: sqs, streamArn: streamOf, apiUrl: () => apiUrl }));
    await buildStores(stack, stores);
    // Last, because a put before the notifications are known would be told to nobody.
    const s3 = await open(serveS3(stores.s3, options.ports?.s3 ?? 0, meter, door));
    const endpoints = { s3, sqs, dynamodb, api: apiUrl };
    return {
      stackName: template.stackName,
      endpoints,
      outputs: stack.outputs(),
      physicalName: stack.names.physicalName,
      queueUrl: (id) => queueUrl(sqs, stack.names.physicalName(id)),
      usage: meter.usage,
      ...(await runStack(stack, stores, { ...options, endpoints, meter, api, door }, undo)),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Starts what moves, and gives the way to wait until it has nothing to do. */
async function runStack(
  stack: Stack,
  { db, sqs, dynamo }: Stores,
  options: LocalOptions &
    Pick<LocalStack, 'endpoints'> & { readonly meter: Meter; readonly api: LocalApi; readonly door: Door },
  undo: (() => Promise<void> | void)[],
): Promise<Pick<LocalStack, 'idle' | 'call'>> {
  const { assembly, dataDir, endpoints, meter, log = () => undefined } = options;
  // After the stores: a policy may name the table's stream.
  const roles = rolesOf(stack.declared('role'), stack.declared('policy'));
  options.door.know(roles);
  const at = { assembly, endpoints, cacheDir: join(dataDir, 'compiled') };
  const declared = stack.declared('function');
  const functions = await buildFunctions(declared, at, log, meter);
  const roleByName = new Map(declared.map(({ name, properties }) => [name, roleOf(properties)]));
  const rights = { roles, roleOf: (name: string) => roleByName.get(name) ?? null };
  const parts = {
    db,
    sqs,
    dynamo,
    functions,
    log: dynamo.log,
    messages: sqs.messages,
    bell: sqs.bell,
    meter,
    ...rights,
  };
  const retryCapSeconds = options.visibilityCapSeconds ?? null;
  const mappings = buildMappings(stack.declared('mapping'), { ...parts, retryCapSeconds }, log);
  options.api.connect(stack, functions);
  const schedules = buildSchedules(stack.declared('schedule'), functions, log, Date.now);
  undo.push(schedules.stop);
  // Together: a mapping ends when its function lets go of what it runs.
  undo.push(async () => {
    await Promise.all([...mappings, ...functions.values()].map((part) => part.stop()));
  });
  const idle = async () => {
    while (!mappings.every((mapping) => mapping.isIdle())) {
      await new Promise((resolve) => setTimeout(resolve, LOCAL_LIMITS.idlePollMs));
    }
  };
  const call = async (name: string) => {
    const found = functions.get(name);
    if (found === undefined) throw new Error(`there is no function ${name}`);
    await found.invoke(scheduledEvent(Date.now()));
  };
  return { idle, call };
}
