/** The verbs that ask the archive: `search` and `sql`. */
import type { Command } from 'commander';
import { calendarDay, calendarMonth, type Finish, someName } from './arguments.ts';
import type { SearchOptions } from './commands/search.ts';
import type { SqlOptions } from './commands/sql.ts';
import { HELP } from './help.ts';
import type { Io } from './io.ts';
import { limitOf, type MaxItems, withMaxItems } from './max-items.ts';
import type { StoreOptions } from './store.ts';
import { withStore } from './with-store.ts';

type Limited<T> = Omit<T, 'limit'> & MaxItems & StoreOptions;

const SEARCH_LIMIT = 50;
const SQL_LIMIT = 1_000;

export function registerArchiveVerbs(program: Command, io: Io, finish: Finish): void {
  withMaxItems(withStore(program.command('search').description(HELP.search)), SEARCH_LIMIT)
    .argument('<phrase>', 'as it stands in the text; case, accents and forms of quotes make no difference')
    .option('--day <day>', 'of one day, in UTC: 2026-01-02', calendarDay)
    .option('--month <month>', 'of one month: 2026-01', calendarMonth)
    .option('--from <day>', 'of this day and later', calendarDay)
    .option('--to <day>', 'of this day and earlier', calendarDay)
    .option('--outlet <name>', 'of one outlet: its name or host name, in any case', someName)
    .action(async (phrase: string, options: Limited<SearchOptions>) => {
      const { search } = await import('./commands/search.ts');
      const archive = await archiveOf(options, io);
      try {
        finish(await search(phrase, { ...options, limit: limitOf(options) }, archive, io));
      } finally {
        archive.engine.close();
      }
    });
  withMaxItems(withStore(program.command('sql').description(HELP.sql)), SQL_LIMIT)
    .argument(
      '<statement>',
      'one that selects: articles is what may be shown; article_rows has all versions, also what is held back',
    )
    .action(async (statement: string, options: Limited<SqlOptions>) => {
      const { sql } = await import('./commands/sql.ts');
      const archive = await archiveOf(options, io);
      try {
        finish(await sql(statement, { ...options, limit: limitOf(options) }, archive.engine, io));
      } finally {
        archive.engine.close();
      }
    });
}

async function archiveOf(options: StoreOptions, io: Io) {
  const { openArchive } = await import('./archive/open.ts');
  return openArchive(options, io);
}
