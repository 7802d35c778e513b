/** The verb `console`. */
import type { Command } from 'commander';
import { type Finish, portNumber } from './arguments.ts';
import { HELP } from './help.ts';
import type { Io } from './io.ts';
import type { StoreOptions } from './store.ts';
import { withPlace } from './with-store.ts';

/** Apart from those of a local run, which has a console of its own. */
const PORT = 4580;

export function registerConsole(program: Command, io: Io, finish: Finish): void {
  withPlace(program.command('console').description(HELP.console))
    .option('--port <port>', 'where it listens on this machine; 0 takes a free one', portNumber, PORT)
    .action(async (options: { readonly port: number } & StoreOptions) => {
      const { consoleStore, openConsole } = await import('./commands/console.ts');
      finish(await openConsole(options.port, await consoleStore(options, io), io));
    });
}
