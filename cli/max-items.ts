/** How many a verb gives at most; all when there is no number. In: a verb. Out: the same with `-n, --max-items`, and `--limit` for who is used to that name. */
import { type Command, Option } from 'commander';
import { positiveInteger } from './arguments.ts';

export interface MaxItems {
  readonly maxItems: number;
  readonly limit?: number;
}

export function withMaxItems(command: Command, standard?: number): Command {
  return command
    .option('-n, --max-items <count>', 'how many at most', positiveInteger, standard)
    .addOption(new Option('--limit <count>', 'the same').argParser(positiveInteger).hideHelp());
}

export function limitOf({ maxItems, limit }: MaxItems): number {
  return limit ?? maxItems;
}
