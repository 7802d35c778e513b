/** Figures in, the text of RESULTS.md out. */
import type { Figures } from './quality.ts';

export interface SpeedRow {
  readonly peer: string;
  /** CPU milliseconds for the whole set, median of the rounds. */
  readonly cpuMs: number;
  readonly medianMs: number;
  readonly rssMib: number;
}

interface Report {
  readonly quality: readonly { readonly peer: string; readonly set: string; readonly figures: Figures }[];
  readonly speed: readonly SpeedRow[];
  readonly text: readonly { readonly set: string; readonly medianMs: number }[];
  readonly skipped: readonly string[];
  readonly node: string;
  readonly cpu: string;
}

const UNIT = 'new JSDOM + Readability';
const one = (value: number | null): string => (value === null || Number.isNaN(value) ? '' : value.toFixed(1));

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
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
  figures.quality.map(({ peer, set, figures: f }) => [
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

## Speed: CPU time for 181 pages, one thread, same run

${table(
  ['peer', 'CPU ms', 'times faster than new JSDOM + Readability', 'median ms a page', 'peak MiB'],
  figures.speed.map((row) => [
    row.peer,
    row.cpuMs.toFixed(0),
    one(unit / row.cpuMs),
    one(row.medianMs),
    String(row.rssMib),
  ]),
)}

Text scrapes, median per document: ${figures.text.map(({ set, medianMs }) => `${set} ${medianMs.toFixed(2)} ms`).join(', ')}.
${figures.skipped.length ? `\nSkipped: ${figures.skipped.join('; ')}.\n` : ''}`;
}
