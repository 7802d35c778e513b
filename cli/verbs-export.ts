/** The verb `export`. */
import { type Command, Option } from 'commander';
import { EXPORT_FORMATS } from '../shared/core/exports/formats.ts';
import type { Finish } from './arguments.ts';
import type { ExportOptions } from './commands/export.ts';
import { HELP } from './help.ts';
import type { Io } from './io.ts';
import { addFilterOptions } from './list-verb.ts';
import { ENCODINGS } from './output/encoding.ts';
import type { StoreOptions } from './store.ts';
import { storeOf, withPlace } from './with-store.ts';

export function formatOption(): Option {
  return new Option('--format <format>', HELP.format).choices(Object.keys(EXPORT_FORMATS));
}

export function registerExport(program: Command, io: Io, finish: Finish): void {
  const verb = withPlace(program.command('export').description(HELP.export))
    .argument('[ids...]', 'articles (art_…), stories (sty_…), events (evt_…), or - for ids on standard input')
    .addOption(new Option('--format <format>', HELP.encoding).choices(ENCODINGS).makeOptionMandatory())
    .option('--story <id>', 'the articles of a story, by its id or that of one of them')
    .option('--event <id>', 'the articles of an event, by its id or that of a story or article in it')
    .option('--withheld', 'also what is withheld, canceled or under embargo: for your own eyes', false)
    .option('--out <path>', 'a file; or a folder (existing, or with / at its end) for one file an article')
    .option('--title <text>', 'title of the feed');
  addFilterOptions(verb).action(async (ids: readonly string[], options: ExportOptions & StoreOptions) => {
    const { exportArticles } = await import('./commands/export.ts');
    finish(await exportArticles(ids, options, (await storeOf(options, io)).query, io));
  });
}
