import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * What takes the longest, by whole seconds: begun last, one of it would run alone at the end. What waits for child processes (the local
 * run, a browser, an installation) stands between what computes, so that no processor is idle.
 */
const LONG = [
  'end-to-end/operate',
  'simulation/simulation.test',
  'end-to-end/local-run',
  'simulation/stories',
  'end-to-end/kill',
  'unit/containers/long',
  'browser/',
  'simulation/',
  'package/',
  'hostile/hostile',
  'properties/',
  'contract/',
  'infra/bundle',
  'hostile/',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONG.findIndex((place) => moduleId.includes(`/tests/${place}`));
      return at < 0 ? LONG.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

const TESTS = 'tests/**/*.test.ts';
/** Folders of many short files, most of whose time would be the loading of the same modules. */
const SHORT = 'tests/{unit,infra,cli,console,contract,properties,pages,golden}/**/*.test.ts';
/** What a file does that changes the process it runs in: mocks of AWS clients, the environment, the clock, the console. */
const CHANGES_PROCESS =
  /aws-sdk-client-mock|vi\.(?:mock|spyOn|stubEnv|stubGlobal|useFakeTimers)\b|process\.(?:chdir|env\[)/;

const sharing = globSync(SHORT, { cwd: import.meta.dirname }).filter(
  (file) => !CHANGES_PROCESS.test(readFileSync(join(import.meta.dirname, file), 'utf8')),
);

/**
 * Time limits here are watchdogs against a hang; nothing in the tests measures speed. One file more than there are processors runs at a
 * time, because several wait for child processes and timers. Short files that leave their process as it was share one: that halves what
 * they cost.
 */
export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'alone', include: [TESTS], exclude: sharing } },
      { extends: true, test: { name: 'sharing', include: sharing, isolate: false } },
    ],
  },
});
