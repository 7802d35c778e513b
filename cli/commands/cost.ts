/** `wirefold cost`: what a month of a deployed stack costs, part by part, and what each switch adds. Reads two files that come along; asks nobody. */
import type { CostPart } from '../../shared/core/cost/cost-part.ts';
import type { Figures } from '../../shared/core/cost/figures.ts';
import { addedBy, DAYS_PER_MONTH, monthlyCost, totalOf, type Workload } from '../../shared/core/cost/monthly-cost.ts';
import type { Prices } from '../../shared/core/cost/prices.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { openOutput } from '../output/output.ts';
import type { Column } from '../output/table.ts';

const COLUMNS: readonly Column[] = [
  { title: 'Part', max: 62 },
  { title: 'USD a month', max: 14 },
  { title: 'USD a million', max: 14 },
  { title: 'Counted from', max: 90, flexible: true },
];

const SWITCHES = {
  archive: 'archive (-c archive)',
  tracing: 'tracing (-c tracing)',
  alarms: 'alarms',
  pointInTimeRecovery: 'point-in-time recovery',
  provisioned: 'units that stand ready (-c tableCapacity=provisioned)',
} as const;
const SWITCH_NAMES = ['archive', 'tracing', 'alarms', 'pointInTimeRecovery', 'provisioned'] as const;

/** Said with every answer: a sum that leaves things out must say which. */
const NOT_COUNTED =
  'questions over HTTP or by this command, containers and revisions, replays, data out of AWS, free tiers, taxes, the dashboard where an account has more than three';

/** One line of what is printed: a part of the sum, the sum, or what a switch would add. */
interface Line extends CostPart {
  /** Of articles; null when none arrive. */
  readonly usdPerMillion: number | null;
}

export interface Bill {
  readonly figures: Figures;
  readonly prices: Prices;
}

export async function cost(
  workload: Workload,
  options: { readonly json: boolean },
  { figures, prices }: Bill,
  io: Io,
): Promise<ExitCode> {
  const output = openOutput<Line>(COLUMNS, cellsOf, options, io);
  const articles = workload.articlesPerDay * DAYS_PER_MONTH;
  const line = (part: CostPart): Line => ({
    ...part,
    usdPerMillion: articles === 0 ? null : (part.usdPerMonth / articles) * 1e6,
  });
  const parts = monthlyCost(workload, figures, prices);
  for (const part of parts.toSorted((a, b) => b.usdPerMonth - a.usdPerMonth))
    if (!(await output.item(line(part)))) return EXIT.ok;
  await output.item(
    line({ part: 'all of it', usdPerMonth: totalOf(parts), basis: `${Math.round(articles)} articles` }),
  );
  for (const name of SWITCH_NAMES) {
    const usdPerMonth = addedBy(name, workload, figures, prices);
    const basis = basisOf(workload[name], usdPerMonth);
    await output.item(line({ part: `switch: ${SWITCHES[name]}`, usdPerMonth, basis }));
  }
  await output.end();
  io.stderr.write(`${sourcesOf({ figures, prices })}\nNot counted: ${NOT_COUNTED}.\n`);
  return EXIT.ok;
}

function basisOf(isOn: boolean, usdPerMonth: number): string {
  if (isOn) return 'in the sum';
  return usdPerMonth < 0 ? 'not in the sum; would be saved' : 'not in the sum; would come on top';
}

function cellsOf({ part, usdPerMonth, usdPerMillion, basis }: Line): readonly string[] {
  return [part, usdPerMonth.toFixed(2), usdPerMillion === null ? '-' : usdPerMillion.toFixed(2), basis];
}

function sourcesOf({ figures, prices }: Bill): string {
  const { text, html, date, machine } = figures;
  return [
    `Counted on the local run on ${date} (${text.articles} texts, ${html.articles} pages; ${machine}); seconds of functions are that machine's, not Lambda's.`,
    `Prices of ${prices.region}, ${prices.date}: ${prices.source}.`,
  ].join('\n');
}
