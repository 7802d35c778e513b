/**
 * Judges mutants by what is written down of readings, in this process: a child of readings.ts. In: the copy's folder (READINGS_ROOT), which
 * readings judge by their names (READINGS_BY) and, as a message, names of mutants. Out: messages. Promise: a mutant that is noticed is woken for no more readings.
 */
import { globSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export type Verdict = 'Killed' | 'Survived' | 'NoCoverage' | 'Ignored';
export type Told =
  | { readonly begun: string }
  | { readonly id: string; readonly verdict: Verdict }
  | { readonly ready: number }
  | { readonly done: true };

interface Reading {
  readonly name: string;
  readonly now: () => string;
}

interface Judge extends Reading {
  readonly written: string;
  readonly ms: number;
}

/** What the instrumented code asks at every step, by the name that it has there. */
interface Switch {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  readonly mutantCoverage: Readonly<{
    static: Record<string, number>;
    perTest: Record<string, Record<string, number>>;
  }>;
}

/** A loop that turns so much more often than it should is endless. */
const MOST_HITS = { times: 100, more: 1_000 } as const;

const asked: Switch = { mutantCoverage: { static: {}, perTest: {} } };
Object.assign(globalThis, { __stryker__: asked });
const root = process.env['READINGS_ROOT'] ?? '';
const tell = (told: Told) => process.send?.(told);

/** All is loaded before anything is read: what one reading loaded would count as reached by it alone. */
async function readings(): Promise<readonly Reading[]> {
  const files = globSync('shared/core/**/*.ts', { cwd: root });
  for (const file of files) await import(pathToFileURL(path.join(root, file)).href);
  const module = await import(pathToFileURL(path.join(root, 'tests/golden/goldens.ts')).href);
  const by = new RegExp(process.env['READINGS_BY'] ?? '');
  return module.SINGLE_READINGS.filter(({ name }: Reading) => by.test(name));
}

/** Read twice: what only the first time reaches is remembered from then on, and no mutant in it could be judged. */
function judgeOf({ name, now }: Reading): Judge {
  const written = now();
  asked.currentTestId = name;
  const started = performance.now();
  if (now() !== written) throw new Error(`${name} is not read the same twice`);
  asked.currentTestId = undefined;
  return { name, now, written, ms: performance.now() - started };
}

function isNoticed(id: string, hits: number, { now, written }: Judge): boolean {
  Object.assign(asked, { activeMutant: id, hitCount: 0, hitLimit: hits * MOST_HITS.times + MOST_HITS.more });
  try {
    return now() !== written;
  } catch {
    return true;
  } finally {
    Object.assign(asked, { activeMutant: undefined, hitCount: undefined });
  }
}

const all = (await readings()).map(judgeOf).toSorted((a, b) => a.ms - b.ms);
const { perTest, static: atLoading } = asked.mutantCoverage;

function verdictOf(id: string): Verdict {
  const judges = all.filter(({ name }) => perTest[name]?.[id] !== undefined);
  if (judges.length === 0) return id in atLoading ? 'Ignored' : 'NoCoverage';
  return judges.some((judge) => isNoticed(id, perTest[judge.name]?.[id] ?? 0, judge)) ? 'Killed' : 'Survived';
}

process.on('message', (ids: readonly string[]) => {
  for (const id of ids) {
    tell({ begun: id });
    tell({ id, verdict: verdictOf(id) });
  }
  tell({ done: true });
  process.disconnect();
});
tell({ ready: all.length });
