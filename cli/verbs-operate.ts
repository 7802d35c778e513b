/** The verbs of whoever operates a store: `replay`, `failed`, `doctor` and `connect`. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Command, InvalidArgumentError } from 'commander';
import { type Finish, instant, perSecond, positiveInteger, someName } from './arguments.ts';
import type { ReplayOptions } from './commands/replay.ts';
import type { DryOptions } from './commands/replay-dry.ts';
import { EXIT, Stop } from './exit.ts';
import { HELP } from './help.ts';
import type { Io } from './io.ts';
import type { StoreOptions } from './store.ts';
import { storeOf, withPlace, withStore } from './with-store.ts';

const DEFAULT_RATE = 20;
const DEFAULT_EXAMPLES = 3;
const DEFAULT_LETTERS = 100;

type ReplayCommand = ReplayOptions & DryOptions & StoreOptions & { readonly dryRun: boolean };
interface FailedCommand extends StoreOptions {
  readonly limit?: number;
  readonly json: boolean;
  readonly retry: boolean;
  readonly remove?: readonly string[];
  readonly rate: number;
}

export function registerOperatingVerbs(program: Command, io: Io, finish: Finish): void {
  registerReplay(program, io, finish);
  registerDoctor(program, io, finish);
  registerConnect(program, io, finish);
  withStore(program.command('failed').description(HELP.failed))
    .option('--retry', 'put them back to work, after the cause is mended', false)
    .option('--remove <letters...>', 'remove these for good, by their ids')
    .option('-n, --limit <count>', `how many of each queue at most (listing: ${DEFAULT_LETTERS})`, positiveInteger)
    .option('--rate <number>', 'with --retry, so many a second: 20 or 20/s', perSecond, DEFAULT_RATE)
    .action(async (options: FailedCommand) => {
      const { failed, remove, retry } = await import('./commands/failed.ts');
      const { openQueues } = await import('./store.ts');
      const [{ table }, queues] = [await storeOf(options, io), await openQueues(options, io)];
      const { limit, json, remove: ids } = options;
      if (ids !== undefined) return finish(await remove(ids, queues, io));
      if (!options.retry) return finish(await failed({ json, limit: limit ?? DEFAULT_LETTERS }, { queues, table }, io));
      const ports = { queues, table, ...(await clock(options.rate)) };
      return finish(await retry({ json, limit: limit ?? Number.MAX_SAFE_INTEGER }, ports, io));
    });
}

function registerDoctor(program: Command, io: Io, finish: Finish): void {
  withStore(program.command('doctor').description(HELP.doctor)).action(
    async (options: StoreOptions & { readonly json: boolean }) => {
      const { doctor } = await import('./commands/doctor.ts');
      const { doctorPorts } = await import('./doctor-ports.ts');
      finish(await doctor(options, await doctorPorts(options, io), io));
    },
  );
}

function registerConnect(program: Command, io: Io, finish: Finish): void {
  withPlace(program.command('connect').description(HELP.connect)).action(async (options: StoreOptions) => {
    const { findStack, storeNames } = await import('./store.ts');
    const stack = await findStack(options, io);
    const queueArn = stack.outputs['QueueArn'];
    if (stack.stateFolder !== null)
      throw new Stop(EXIT.usage, 'The local run has a bucket of its own, which tells its queue already');
    if (queueArn === undefined)
      throw new Stop(EXIT.notFound, `${options.store} names no queue. Deploy it again with this version of Wirefold`);
    const { connect } = await import('./commands/connect.ts');
    const { remoteWiring } = await import('../shared/aws/bucket-wiring.ts');
    const { bucketName } = storeNames(stack);
    finish(await connect(bucketName, remoteWiring(bucketName, queueArn, stack.place), io));
  });
}

function registerReplay(program: Command, io: Io, finish: Finish): void {
  withStore(program.command('replay').description(HELP.replay))
    .option('--prefix <prefix>', 'only objects whose key begins so, with or without incoming/')
    .option('--outlet <name>', 'only articles of this publisher: its name, or its domain', someName)
    .option('--since <instant>', 'only objects that changed then or later: 2026-01-02T00:00:00Z', instant)
    .option('--extractor-below <version>', 'only what an older extractor than this one read', positiveInteger)
    .option('--after <key>', 'only objects behind this key: to go on where another replay ended')
    .option('-n, --limit <count>', 'so many at most', positiveInteger)
    .option('--rate <number>', 'so many a second: 20 or 20/s', perSecond, DEFAULT_RATE)
    .option('--dry-run', 'send nothing: read them here, and tell what would change', false)
    .option(
      '--examples <count>',
      'with --dry-run, on a terminal: show the words of so many',
      wholeNumber,
      DEFAULT_EXAMPLES,
    )
    .option('--touch', 'read nothing again: derive articles, stories and events again from the rows', false)
    .action(async (options: ReplayCommand) => {
      if (options.dryRun && options.touch)
        throw new Stop(EXIT.usage, '--dry-run compares readings; --touch reads nothing');
      finish(options.dryRun ? await dryRun(options, io) : await send(options, io));
    });
}

async function send(options: ReplayCommand, io: Io) {
  const { replay } = await import('./commands/replay.ts');
  const { openQueues } = await import('./store.ts');
  const { query, listing, table } = await storeOf(options, io);
  const { incoming: queue } = await openQueues(options, io);
  return replay(options, { listing, feeds: query.feeds, table, queue, ...(await clock(options.rate)) }, io);
}

async function dryRun(options: ReplayCommand, io: Io) {
  const { replayDry } = await import('./commands/replay-dry.ts');
  const { availableParallelism } = await import('node:os');
  const { createReader } = await import('../shared/workers/reader.ts');
  const { threadsFor } = await import('./threads.ts');
  const { query, listing, objects } = await storeOf(options, io);
  const reader = createReader({ threads: threadsFor(availableParallelism()) });
  try {
    return await replayDry(options, { listing, feeds: query.feeds, bodies: query.bodies, objects, reader }, io);
  } finally {
    await reader.close();
  }
}

async function clock(rate: number) {
  const { steadyPace } = await import('../shared/pipeline/pace.ts');
  const nowMs = () => Date.now();
  return { pace: steadyPace(rate, nowMs, sleep), nowMs, sleep };
}

function wholeNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('It is a whole number, from 0.');
  return Number(text);
}
