/** How many a verb gives at most; all when there is no number. In: a verb. Out: the same with `-n, --max-items`, and `--limit` for who is used to that name. */
import { type Command, Option } from 'commander';
import { positiveInteger } from './arguments.ts';
import type { Io } from './io.ts';

export interface MaxItems {
  readonly maxItems: number;
  readonly limit?: number;
}

export function withMaxItems(command: Command, standard?: number): Command {
  return command
    .option('-n, --max-items <count>', 'how many at most', positiveInteger, standard)
    .addOption(new Option('--limit <count>', 'the same').argParser(positiveInteger).hideHelp());
}

/** For verbs whose pages go on where the last one ended. */
export function withStartingToken(command: Command): Command {
  return command.option('--starting-token <token>', 'go on where a list ended, as it printed');
}

/** For people and programs alike: said beside what is printed, not in it. */
export function goOnWith(cursor: string, { stderr }: Pick<Io, 'stderr'>): void {
  stderr.write(`There may be more; go on with: --starting-token ${cursor}\n`);
}

export function limitOf({ maxItems, limit }: MaxItems): number {
  return limit ?? maxItems;
}
