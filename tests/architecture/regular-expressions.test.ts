/** Every regular expression of ours is run through a checker that finds inputs on which one would take too long. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { check } from 'recheck';
import { parseAst } from 'rolldown/parseAst';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** Fewer than this and the search itself is broken. */
const FEWEST = 150;
/** What the checker cannot decide in this time it leaves undecided; most take a few milliseconds. */
const EACH_MS = 1_500;
const WATCHDOG_MS = 240_000;

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

  it('take time in proportion to the text, whatever the text is', { timeout: WATCHDOG_MS }, async () => {
    const slow: string[] = [];
    let decided = 0;
    for (const [written, { place, source, flags }] of DISTINCT) {
      // The checker does not know the newest flag; what it adds to classes makes no difference to time.
      const { status } = await check(source, flags.replace('v', 'u'), { timeout: EACH_MS });
      if (status !== 'unknown') decided += 1;
      if (status === 'vulnerable') slow.push(`${place}: ${written}`);
    }
    expect(slow).toEqual([]);
    expect(decided).toBeGreaterThan(DISTINCT.length * 0.9);
  });
});
