/**
 * Every regular expression of ours is judged twice: by its structure, and by a checker that searches for inputs on which it would take
 * too long. Both count steps, so a busy machine comes to the same answer; the clock is only a watchdog.
 */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { check } from 'recheck';
import { parseAst } from 'rolldown/parseAst';
import { analyse } from 'scslre';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** Fewer than this and the search itself is broken. */
const FEWEST = 150;
/** How long the search goes on, in characters read by its own machine and in generations of texts, the same on every run. */
const SEARCH = {
  ...{ timeout: 60_000, seedingTimeout: null, incubationTimeout: null, attackTimeout: null },
  ...{ randomSeed: 1, seedingLimit: 100, incubationLimit: 50_000, attackLimit: 500_000, maxNFASize: 1_000 },
  ...{ maxIteration: 2, maxInitialGenerationSize: 50, maxGenerationSize: 20, crossoverSize: 10, mutationSize: 20 },
} as const;
/** A watchdog: all together take some seconds. */
const WATCHDOG_MS = 600_000;

/** Of each kind of slowness that structure shows, one. */
const SLOW: readonly (readonly [string, string])[] = [
  ['blanks at the end', '\\s+$'],
  ['a repetition of repetitions', '^(a+)+b$'],
  ['two neighbours that share', '^\\d*\\d*x$'],
  ['a tag that never ends', '<[^>]*>'],
];

interface Found {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

function regexesOf(file: string): readonly Found[] {
  const found: Found[] = [];
  const code = readFileSync(path.join(ROOT, file), 'utf8');
  const walk = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return;
    if ('regex' in node && node.regex !== null && typeof node.regex === 'object') {
      const { pattern, flags } = node.regex as { pattern: string; flags: string };
      found.push({ place: file, source: pattern, flags });
      return;
    }
    for (const child of Object.values(node)) walk(child);
  };
  walk(parseAst(code, { lang: 'ts' }));
  return found;
}

const ALL = globSync(['shared/**/*.ts', 'cli/**/*.ts', 'functions/**/*.ts'], { cwd: ROOT }).flatMap(regexesOf);
const DISTINCT = [...new Map(ALL.map((each) => [`/${each.source}/${each.flags}`, each])).entries()];

describe('regular expressions', () => {
  it('are found at all', () => {
    expect(DISTINCT.length).toBeGreaterThan(FEWEST);
  });

  it.each(SLOW)('that are slow are found: %s', (_, source) => {
    expect(slowByStructure(source, '')).toBe(true);
  });

  it('have no structure that could make them take more than linear time', () => {
    const slow = DISTINCT.filter(([, { source, flags }]) => slowByStructure(source, flags));
    expect(slow.map(([written, { place }]) => `${place}: ${written}`)).toEqual([]);
  });

  it('take time in proportion to the text, whatever the text is', { timeout: WATCHDOG_MS }, async () => {
    const doubtful: string[] = [];
    for (const [written, { place, source, flags }] of DISTINCT) {
      // The checker does not know the newest flag; what it adds to classes makes no difference to time.
      const { status } = await check(source, flags.replace('v', 'u'), SEARCH);
      if (status !== 'safe') doubtful.push(`${place}: ${status}: ${written}`);
    }
    expect(doubtful).toEqual([]);
  });
});

/** Trades of one repetition with another, repetitions inside themselves, and searches that begin again at every character. */
function slowByStructure(source: string, flags: string): boolean {
  return analyse({ source, flags }).reports.length > 0;
}
