/** What every verb that asks a store has in common. In: a command. Out: the command with options that name the store; the store itself. */
import type { Command } from 'commander';
import { HELP } from './help.ts';
import type { Io } from './io.ts';
import type { StoreOptions } from './store.ts';

export function withStore(command: Command): Command {
  return withPlace(command).option('--json', 'JSON Lines also on a terminal', false);
}

export function withPlace(command: Command): Command {
  return command
    .option('--store <store>', HELP.store, 'local')
    .option('--profile <name>', 'AWS profile, for aws:STACK')
    .option('--region <region>', 'AWS region, for aws:STACK');
}

/** The SDK is loaded only by verbs that talk to a store. */
export async function storeOf(options: StoreOptions, io: Io) {
  const { openStore } = await import('./store.ts');
  return openStore(options, io);
}
