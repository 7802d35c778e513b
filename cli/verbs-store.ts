/** The verbs that ask a store: `add`, `list` and `show`. */
import type { Command } from 'commander';
import { type Finish, instant, languageTag, positiveInteger, webUrl } from './arguments.ts';
import type { AddOptions } from './commands/add.ts';
import type { ListOptions } from './commands/list.ts';
import { HELP } from './help.ts';
import type { Io } from './io.ts';
import type { StoreOptions } from './store.ts';

const DEFAULT_LIMIT = 20;

export function registerStoreVerbs(program: Command, io: Io, finish: Finish): void {
  registerAdd(program, io, finish);
  withStore(program.command('list').description(HELP.list))
    .option('-n, --limit <count>', 'how many at most', positiveInteger, DEFAULT_LIMIT)
    .option('--rejected', 'the files that were refused, and why', false)
    .action(async (options: ListOptions & StoreOptions) => {
      const { list } = await import('./commands/list.ts');
      finish(await list(options, (await storeOf(options, io)).query, io));
    });
  withStore(program.command('show').description(HELP.show))
    .argument('<id-or-key>', 'an id (art_…) or a key in the bucket (incoming/…)')
    .action(async (name: string, options: { json: boolean } & StoreOptions) => {
      const { show } = await import('./commands/show.ts');
      finish(await show(name, options, (await storeOf(options, io)).query, io));
    });
}

function registerAdd(program: Command, io: Io, finish: Finish): void {
  withStore(program.command('add').description(HELP.add))
    .argument('<paths...>', HELP.paths)
    .option('--url <url>', 'address of the article (one file only)', webUrl)
    .option('--id <id>', 'your own name for the article (one file only)')
    .option('--guid <guid>', 'its name in a feed (one file only)')
    .option('--captured-at <instant>', 'when it was fetched, with offset: 2024-03-12T18:00:00Z', instant)
    .option('--publisher <name>', 'who published it')
    .option('--language <tag>', 'its language: en, de-AT, ja', languageTag)
    .action(async (paths: readonly string[], options: AddOptions & StoreOptions) => {
      const { add } = await import('./commands/add.ts');
      finish(await add(paths, options, await storeOf(options, io), io));
    });
}

function withStore(command: Command): Command {
  return command
    .option('--store <store>', HELP.store, 'local')
    .option('--profile <name>', 'AWS profile, for aws:STACK')
    .option('--region <region>', 'AWS region, for aws:STACK')
    .option('--json', 'JSON Lines also on a terminal', false);
}

/** The SDK is loaded only by verbs that talk to a store. */
async function storeOf(options: StoreOptions, io: Io) {
  const { openStore } = await import('./store.ts');
  return openStore(options, io);
}
