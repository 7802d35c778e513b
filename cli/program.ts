/** Arguments to actions. In: what the user typed. Out: an exit status. Promise: wrong usage ends with 2 and a hint, never a stack. */
import { Command, CommanderError } from 'commander';
import type { Finish } from './arguments.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { HELP } from './help.ts';
import type { Io } from './io.ts';
import { registerArchiveVerbs } from './verbs-archive.ts';
import { registerConsole } from './verbs-console.ts';
import { registerCost } from './verbs-cost.ts';
import { registerExport } from './verbs-export.ts';
import { registerOfflineVerbs } from './verbs-offline.ts';
import { registerOperatingVerbs } from './verbs-operate.ts';
import { registerStoreVerbs } from './verbs-store.ts';

export async function runProgram(args: readonly string[], io: Io): Promise<ExitCode> {
  let ended: ExitCode = EXIT.ok;
  const program = rootCommand(io);
  const finish: Finish = (exitCode) => {
    ended = exitCode;
  };
  registerOfflineVerbs(program, io, finish);
  registerStoreVerbs(program, io, finish);
  registerOperatingVerbs(program, io, finish);
  registerArchiveVerbs(program, io, finish);
  registerExport(program, io, finish);
  registerConsole(program, io, finish);
  registerCost(program, io, finish);
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Asking for help is no mistake.
    return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  }
  return ended;
}

function rootCommand(io: Io): Command {
  return new Command('wirefold')
    .description(HELP.root)
    .addHelpText('after', HELP.examples)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => io.columns,
      getErrHelpWidth: () => io.columns,
    })
    .showHelpAfterError('(see: wirefold --help)')
    .showSuggestionAfterError(true);
}
