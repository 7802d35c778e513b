/** The verb `list` and all that it may be asked for. */
import { type Command, Option } from 'commander';
import { DATE_FILTERS } from '../shared/core/tables/date-filters.ts';
import { calendarDay, calendarMonth, languageTag, positiveInteger, webUrl } from './arguments.ts';
import { LISTED_STATES } from './listed-states.ts';

const DEFAULT_LIMIT = 20;

export function addListOptions(command: Command): Command {
  return command
    .option('-n, --max-items <count>', 'how many at most', positiveInteger, DEFAULT_LIMIT)
    .addOption(new Option('--limit <count>', 'the same').argParser(positiveInteger).hideHelp())
    .option('--starting-token <token>', 'go on where a list ended, as it printed')
    .option('--day <day>', 'of one day, in UTC: 2026-01-02', calendarDay)
    .option('--month <month>', 'of one month: 2026-01', calendarMonth)
    .option('--from <day>', 'of this day and later', calendarDay)
    .option('--to <day>', 'of this day and earlier', calendarDay)
    .option('--outlet <name>', 'of one outlet: its name or host name, in any case')
    .option('--author <name>', 'of one author')
    .option('--agency <name>', 'of one news agency: its code or name')
    .option('--url <url>', 'at this address; tracking parameters do not matter', webUrl)
    .option('--language <tag>', 'in this language: de also finds de-AT', languageTag)
    .addOption(new Option('--date-status <status>', 'by what is known of the date').choices(DATE_FILTERS))
    .addOption(new Option('--state <state>', 'what became of the files (stored if not given)').choices(LISTED_STATES))
    .option('--rejected', 'the files that were refused, and why: short for --state rejected', false);
}
