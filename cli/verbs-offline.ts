/** The verbs that need no store: `clean`, `explain`, `group` and `completion`. */
import { availableParallelism } from 'node:os';
import { Argument, type Command } from 'commander';
import type { ExportFormatName } from '../shared/core/exports/formats.ts';
import { type Finish, positiveInteger } from './arguments.ts';
import type { GroupOptions } from './commands/group.ts';
import { HELP } from './help.ts';
import type { Io } from './io.ts';
import { SHELLS, type Shell } from './shells.ts';
import { threadsFor } from './threads.ts';
import { formatOption } from './verbs-export.ts';

interface OfflineOptions {
  readonly json: boolean;
  readonly outlet?: string;
  readonly mapping?: string;
}

export function registerOfflineVerbs(program: Command, io: Io, finish: Finish): void {
  program
    .command('clean')
    .description(HELP.clean)
    .argument('<paths...>', HELP.paths)
    .option('--json', 'JSON Lines also on a terminal', false)
    .option('--outlet <file>', HELP.outlet)
    .option('--mapping <file>', HELP.mapping)
    .addOption(formatOption())
    .option('--threads <count>', HELP.threads, positiveInteger, threadsFor(availableParallelism()))
    .action(
      async (
        paths: readonly string[],
        options: OfflineOptions & { readonly threads: number; readonly format?: ExportFormatName },
      ) => {
        // Loaded when needed: help and usage errors answer at once.
        const { clean } = await import('./commands/clean.ts');
        const { createReader } = await import('../shared/workers/reader.ts');
        const reader = createReader({ threads: options.threads });
        try {
          finish(await clean(paths, options, reader, io));
        } finally {
          await reader.close();
        }
      },
    );
  program
    .command('explain')
    .description(HELP.explain)
    .argument('<file>', 'a file, or - for standard input')
    .option('--json', 'one JSON object also on a terminal', false)
    .option('--outlet <file>', HELP.outlet)
    .option('--mapping <file>', HELP.mapping)
    .action(async (path: string, options: OfflineOptions) => {
      const { explain } = await import('./commands/explain.ts');
      finish(await explain(path, options, io));
    });
  registerGroup(program, io, finish);
  registerCompletion(program, io);
}

function registerGroup(program: Command, io: Io, finish: Finish): void {
  program
    .command('group')
    .description(HELP.group)
    .argument('<file>', HELP.articles)
    .option('--json', 'JSON Lines also on a terminal', false)
    .option('--counts', 'tell on standard error what it would ask of a store', false)
    .action(async (path: string, options: GroupOptions) => {
      const { group } = await import('./commands/group.ts');
      finish(await group(path, options, io));
    });
}

function registerCompletion(program: Command, io: Io): void {
  program
    .command('completion')
    .description(HELP.completion)
    .addArgument(new Argument('<shell>', 'which shell').choices(SHELLS))
    .action(async (shell: Shell) => {
      const { completionScript } = await import('./commands/completion.ts');
      io.stdout.write(completionScript(program, shell));
    });
}
