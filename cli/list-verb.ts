/** What `list` may be asked for, and of it what `export` may be asked for too. */
import { type Command, Option } from 'commander';
import { DATE_FILTERS } from '../shared/core/tables/date-filters.ts';
import { calendarDay, calendarMonth, languageTag, someName, webUrl } from './arguments.ts';
import { LISTED_STATES } from './listed-states.ts';
import { withMaxItems, withStartingToken } from './max-items.ts';

const DEFAULT_LIMIT = 20;

export function addListOptions(command: Command): Command {
  const listed = withStartingToken(withMaxItems(command, DEFAULT_LIMIT));
  return addFilterOptions(listed)
    .addOption(new Option('--state <state>', 'what became of the files (stored if not given)').choices(LISTED_STATES))
    .option('--rejected', 'the files that were refused, and why: short for --state rejected', false);
}

export function addFilterOptions(command: Command): Command {
  return command
    .option('--day <day>', 'of one day, in UTC: 2026-01-02', calendarDay)
    .option('--month <month>', 'of one month: 2026-01', calendarMonth)
    .option('--from <day>', 'of this day and later', calendarDay)
    .option('--to <day>', 'of this day and earlier', calendarDay)
    .option('--outlet <name>', 'of one outlet: its name or host name, in any case', someName)
    .option('--author <name>', 'of one author', someName)
    .option('--agency <name>', 'of one news agency: its code or name', someName)
    .option('--url <url>', 'at this address; tracking parameters do not matter', webUrl)
    .option('--language <tag>', 'in this language: de also finds de-AT', languageTag)
    .addOption(new Option('--date-status <status>', 'by what is known of the date').choices(DATE_FILTERS));
}
