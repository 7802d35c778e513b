#!/usr/bin/env node
/** The `wirefold` command. In: arguments, files, standard input. Out: records or tables, and an exit status. */
import { endingOf } from './explain-error.ts';
import { processIo } from './io.ts';
import { visible } from './output/visible.ts';
import { runProgram } from './program.ts';

const io = processIo();
// Whoever stops reading (`wirefold --help | head`) has not asked for a stack trace.
for (const stream of [io.stdout, io.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
try {
  process.exitCode = await runProgram(process.argv.slice(2), io);
} catch (error) {
  const { exitCode, message } = endingOf(error);
  io.stderr.write(`wirefold: ${visible(message)}\n`);
  process.exitCode = exitCode;
}
