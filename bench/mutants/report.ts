/** The tool's report in, lines for people out. Survivors and mutants that no test reaches count against the score; the rest is told beside it. */
import { z } from 'zod';

const Place = z.object({ line: z.number(), column: z.number() });
const Mutant = z.object({
  status: z.string(),
  statusReason: z.string().optional(),
  mutatorName: z.string(),
  replacement: z.string().optional(),
  location: z.object({ start: Place, end: Place }),
});
export const Report = z.object({
  files: z.record(z.string(), z.object({ source: z.string(), mutants: z.array(Mutant) })),
});
export type Report = z.infer<typeof Report>;
type Mutant = z.infer<typeof Mutant>;

const MISSED = ['Survived', 'NoCoverage'];

interface Count {
  readonly noticed: number;
  readonly judged: number;
  readonly late: number;
  readonly ignored: number;
  readonly unreached: number;
}

function countOf(all: readonly Mutant[]): Count {
  const mutants = all.filter(({ statusReason }) => statusReason !== 'not chosen');
  const count = (...names: readonly string[]) => mutants.filter(({ status }) => names.includes(status)).length;
  // A loop that turns a hundred times as often as it should is stopped by count, whatever the clock says.
  const endless = mutants.filter(({ statusReason }) => statusReason?.startsWith('Hit limit reached') === true).length;
  const noticed = count('Killed') + endless;
  return {
    noticed,
    judged: noticed + count(...MISSED),
    late: count('Timeout') - endless,
    ignored: count('Ignored'),
    unreached: count('NoCoverage'),
  };
}

/**
 * What ran out of time is no part of the score: on a busy machine nobody can tell an endless loop from a slow test. Static mutants (tables,
 * schemas, constants that are built at loading) are not judged.
 */
function lineOf(name: string, { noticed, judged, late, ignored, unreached }: Count): string {
  const score = judged === 0 ? '-' : ((100 * noticed) / judged).toFixed(1);
  return `${score.padStart(6)} %  ${noticed} of ${judged} noticed (${unreached} reached by no test), ${late} out of time, ${ignored} not judged  ${name}`;
}

/** Where the score of all mutants lies, 95 times of 100 (Wilson), in per cent. */
export function interval(noticed: number, judged: number): readonly [number, number] {
  const z2 = 1.96 ** 2;
  const share = noticed / judged;
  const middle = share + z2 / (2 * judged);
  const reach = 1.96 * Math.sqrt((share * (1 - share)) / judged + z2 / (4 * judged ** 2));
  return [(100 * (middle - reach)) / (1 + z2 / judged), (100 * (middle + reach)) / (1 + z2 / judged)];
}

export function fileLines({ files }: Report): readonly string[] {
  return Object.entries(files).map(([file, { mutants }]) => lineOf(file, countOf(mutants)));
}

export function totalLine({ files }: Report, name: string): string {
  return lineOf(name, countOf(Object.values(files).flatMap(({ mutants }) => mutants)));
}

/** By folder, and the whole with its uncertainty. */
export function sampleLines({ files }: Report): readonly string[] {
  const folders = Map.groupBy(Object.entries(files), ([file]) => file.replace(/\/[^/]*$/, ''));
  const all = countOf(Object.values(files).flatMap(({ mutants }) => mutants));
  const [low, high] = interval(all.noticed, all.judged);
  return [
    ...[...folders].map(([folder, parts]) => lineOf(folder, countOf(parts.flatMap(([, { mutants }]) => mutants)))),
    `${lineOf('all of it', all)}; 95 %: ${low.toFixed(1)} to ${high.toFixed(1)}`,
  ];
}

/** What nobody noticed, one a line: place, what became of it, what stood there and what stands there instead. */
export function missedLines({ files }: Report): readonly string[] {
  return Object.entries(files).flatMap(([file, { source, mutants }]) => {
    const lines = source.split('\n');
    return mutants
      .filter(({ status }) => MISSED.includes(status))
      .map(({ status, mutatorName, replacement = '', location: { start } }) => {
        const line = lines[start.line - 1]?.trim() ?? '';
        const shown = replacement.replaceAll(/\s+/g, ' ').slice(0, 120);
        return `${file}:${start.line}:${start.column} ${status} ${mutatorName}  ${line}  =>  ${shown}`;
      });
  });
}
