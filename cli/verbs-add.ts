/** The verb `add`: files of this machine, or what another bucket holds, into the bucket of a store. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import { type Finish, instant, languageTag, perSecond, webUrl } from './arguments.ts';
import { type AddOptions, sentWith } from './commands/add.ts';
import { EXIT, Stop } from './exit.ts';
import { HELP } from './help.ts';
import type { Io } from './io.ts';
import { type S3Address, s3Address } from './s3-address.ts';
import type { StoreOptions } from './store.ts';
import { storeOf, withStore } from './with-store.ts';

/** As a replay has it. */
const DEFAULT_RATE = 20;

interface FromOptions {
  readonly from?: S3Address;
  readonly since?: string;
  readonly after?: string;
  readonly rate?: number;
  readonly dryRun: boolean;
}

type AddVerbOptions = AddOptions & FromOptions & StoreOptions;

export function registerAdd(program: Command, io: Io, finish: Finish): void {
  withStore(program.command('add').description(HELP.add))
    .argument('[paths...]', HELP.paths)
    .option('--from <address>', 'instead of files: all that s3://BUCKET/PREFIX holds, copied inside S3', s3Address)
    .option('--rate <number>', `with --from, copies a second: 20 or 20/s (${DEFAULT_RATE})`, perSecond)
    .option('--since <instant>', 'with --from, only what that bucket got then or later: 2026-01-02T00:00:00Z', instant)
    .option('--after <key>', 'with --from, only what comes behind this key: to go on where another run ended')
    .option('--dry-run', 'with --from, copy nothing: tell what would be', false)
    .option('--url <url>', 'address of the article (one file only)', webUrl)
    .option('--id <id>', 'your own name for the article (one file only)')
    .option('--guid <guid>', 'its name in a feed (one file only)')
    .option('--captured-at <instant>', 'when it was fetched, with offset: 2024-03-12T18:00:00Z', instant)
    .option('--publisher <name>', 'who published it')
    .option('--language <tag>', 'its language: en, de-AT, ja', languageTag)
    .option('--mapping <file>', HELP.mapping)
    .action(async (paths: readonly string[], options: AddVerbOptions) => {
      const { from } = options;
      if (from !== undefined) return finish(await fromBucket(from, paths, options, io));
      refuseFromOptions(paths, options);
      const { add } = await import('./commands/add.ts');
      return finish(await add(paths, options, await storeOf(options, io), io));
    });
}

function refuseFromOptions(paths: readonly string[], { dryRun, rate, since, after }: FromOptions): void {
  if (paths.length === 0) throw new Stop(EXIT.usage, 'Name files or folders to add, or a bucket with --from s3://…');
  if (dryRun || rate !== undefined || since !== undefined || after !== undefined)
    throw new Stop(EXIT.usage, '--rate, --since, --after and --dry-run go with --from s3://…');
}

async function fromBucket(from: S3Address, paths: readonly string[], options: AddVerbOptions, io: Io) {
  if (paths.length > 0) throw new Stop(EXIT.usage, 'Add files or --from a bucket, one at a time');
  if (options.id !== undefined || options.url !== undefined || options.guid !== undefined)
    throw new Stop(EXIT.usage, '--id, --url and --guid name one article: they do not go with --from');
  const { addFrom } = await import('./commands/add-from.ts');
  const { remoteCopies } = await import('../shared/aws/copies.ts');
  const { steadyPace } = await import('../shared/pipeline/pace.ts');
  const { findStack, openQueues, storeNames } = await import('./store.ts');
  const stack = await findStack(options, io);
  const { bucketName } = storeNames(stack);
  refuseOwn(from, bucketName, options);
  const { incoming: queue } = await openQueues(options, io);
  const { since = null, after = null, rate = DEFAULT_RATE, dryRun, json } = options;
  const request = { prefix: from.prefix, since, after, rate, dryRun, json, facts: await sentWith(options, io) };
  const pace = steadyPace(rate, () => Date.now(), sleep);
  const isLocal = stack.stateFolder !== null;
  return addFrom(request, { ...remoteCopies(from.bucket, bucketName, stack.place), queue, sleep, pace, isLocal }, io);
}

/** What is under incoming/ there is in already, and what is beside it may be the store's own. */
function refuseOwn({ bucket, prefix }: S3Address, own: string, { store }: StoreOptions): void {
  if (bucket !== own) return;
  throw new Stop(
    EXIT.usage,
    `s3://${bucket}/${prefix} is the bucket of ${store} itself. To read it again: wirefold replay`,
  );
}
