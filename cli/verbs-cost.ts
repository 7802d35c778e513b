/** The verb `cost`: arithmetic over what was measured; needs no store and no account. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Finish } from './arguments.ts';
import { HELP } from './help.ts';
import type { Io } from './io.ts';

interface CostOptions {
  readonly articlesPerDay: number;
  readonly htmlShare: number;
  readonly months: number;
  readonly archive: boolean;
  readonly archiveMinutes: number;
  readonly tracing: boolean;
  readonly alarms: boolean;
  readonly pointInTimeRecovery: boolean;
  readonly tableCapacity: string;
  readonly tableUtilization: number;
  readonly json: boolean;
}

/** A hundred million a day is all the news there is, many times over. */
const MOST_A_DAY = 100_000_000;
const MOST_MONTHS = 1_200;
const MOST_MINUTES = 1_440;

export function registerCost(program: Command, io: Io, finish: Finish): void {
  program
    .command('cost')
    .description(HELP.cost)
    .requiredOption(
      '--articles-per-day <count>',
      'articles that arrive on a day; 0: what an idle stack costs',
      upTo(MOST_A_DAY),
    )
    .option('--html-share <share>', 'of 0 (plain text) to 1 (pages of HTML)', share, 0)
    .option('--months <count>', 'how many months of articles are kept', upTo(MOST_MONTHS), 1)
    .addOption(
      new Option('--table-capacity <mode>', 'requests paid one by one, or units that stand ready and follow the load')
        .choices(['onDemand', 'provisioned'])
        .default('onDemand'),
    )
    .option('--table-utilization <percent>', 'per cent of those units that are used, 20 to 90', percent, 70)
    .option('--no-archive', 'without the archive')
    .option('--archive-minutes <count>', 'minutes between two runs of the archive', upTo(MOST_MINUTES), 10)
    .option('--tracing', 'with X-Ray', false)
    .option('--no-alarms', 'without alarms')
    .option('--no-point-in-time-recovery', 'without backups of the table')
    .option('--json', 'JSON Lines also on a terminal', false)
    .action(async ({ months, ...options }: CostOptions) => {
      const { cost } = await import('./commands/cost.ts');
      const { FIGURES } = await import('../shared/core/cost/figures.ts');
      const { PRICES } = await import('../shared/core/cost/prices.ts');
      const workload = {
        ...options,
        monthsKept: months,
        archiveMinutes: Math.max(1, options.archiveMinutes),
        provisioned: options.tableCapacity === 'provisioned',
        utilization: options.tableUtilization / 100,
      };
      finish(await cost(workload, options, { figures: FIGURES, prices: PRICES }, io));
    });
}

function share(text: string): number {
  if (!/^(?:0|1|0?\.\d{1,4}|1\.0)$/.test(text))
    throw new InvalidArgumentError('It is a share from 0 to 1, such as 0.3.');
  return Number(text);
}

function percent(text: string): number {
  if (!/^(?:[2-8]\d|90)$/.test(text)) throw new InvalidArgumentError('It is a whole number, from 20 to 90.');
  return Number(text);
}

function upTo(most: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value <= most)) throw new InvalidArgumentError(`It is a whole number, from 0 to ${most}.`);
    return value;
  };
}
