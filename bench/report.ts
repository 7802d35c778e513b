/** Figures in, the text of RESULTS.md out. */
import type { Memory } from './measure.ts';
import { WIREFOLD, WIREFOLD_ALONE } from './peers.ts';
import type { Figures } from './quality.ts';

export interface QualityRow {
  readonly peer: string;
  readonly set: string;
  readonly figures: Figures;
}

export interface SpeedRow {
  readonly peer: string;
  /** CPU milliseconds for the whole set, all threads together. */
  readonly cpuMs: number;
  /** CPU milliseconds a page of the reading thread. */
  readonly medianMs: number;
  readonly rssMib: number;
}

interface Report {
  readonly quality: readonly QualityRow[];
  readonly speed: readonly SpeedRow[];
  readonly text: readonly { readonly set: string; readonly medianMs: number }[];
  readonly memory: readonly Memory[];
  readonly skipped: readonly string[];
  readonly node: string;
  readonly cpu: string;
}

const UNIT = 'new JSDOM + Readability';
const one = (value: number | null): string => (value === null || Number.isNaN(value) ? '' : value.toFixed(1));

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** Per set: how many pages ask for the second opinion, and body F1 with and without it. */
function opinionTable(quality: readonly QualityRow[]): string {
  const rows = quality.flatMap(({ set, peer, figures: { asked, bodyF1 } }) => {
    const alone = quality.find((row) => row.set === set && row.peer === WIREFOLD_ALONE);
    if (peer !== WIREFOLD || alone === undefined) return [];
    return [[set, asked.toFixed(1), bodyF1.toFixed(2), alone.figures.bodyF1.toFixed(2)]];
  });
  return table(['set', 'pages that ask, %', 'body F1 with it', 'without'], rows);
}

const HOW = { process: 'one thread', workers: 'workers, as `wirefold clean`' } as const;

function memoryTable(memory: readonly Memory[]): string {
  const rows = memory.map(({ how, pages, quarters, peak }) => [
    HOW[how],
    String(pages),
    quarters.join(', '),
    String(peak),
  ]);
  return table(['how', 'pages', 'MiB after each quarter', 'peak MiB'], rows);
}

export function report(figures: Report): string {
  const unit = figures.speed.find((row) => row.peer === UNIT)?.cpuMs ?? Number.NaN;
  return `# Results

Made by \`npm run bench\` on Node ${figures.node}, ${figures.cpu}. Percent; \`silent\` counts pages with a true body and no answer.
Wirefold's labeller is trained on these sets: its figures here are those of the shipped model, trained on all of them. What it reaches on
sites that it has not seen is in shared/core/score/model-card.md (five folds by site).

## Quality

${table(
  ['set', 'peer', 'body F1', 'P', 'R', 'headline', 'day', 'authors', 'silent'],
  figures.quality
    .filter(({ peer }) => peer !== WIREFOLD_ALONE)
    .map(({ peer, set, figures: f }) => [
      set,
      peer,
      one(f.bodyF1),
      one(f.precision),
      one(f.recall),
      one(f.headline),
      one(f.day),
      one(f.authors),
      String(f.silent),
    ]),
)}

Second opinion, which Readability gives where the labeller is in doubt:

${opinionTable(figures.quality)}

## Speed: CPU time for 181 pages, one thread, same run

${table(
  ['peer', 'CPU ms', 'times faster than new JSDOM + Readability', 'median CPU ms a page', 'peak MiB'],
  figures.speed.map((row) => [
    row.peer,
    row.cpuMs.toFixed(0),
    one(unit / row.cpuMs),
    one(row.medianMs),
    String(row.rssMib),
  ]),
)}

Text scrapes, median CPU time per document: ${figures.text.map(({ set, medianMs }) => `${set} ${medianMs.toFixed(2)} ms`).join(', ')}.

## Memory

${memoryTable(figures.memory)}
${figures.skipped.length ? `\nSkipped: ${figures.skipped.join('; ')}.\n` : ''}`;
}
