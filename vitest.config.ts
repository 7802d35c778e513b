import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Folders whose files take the longest, by whole seconds: begun last, one of them would run alone at the end. */
const LONG = ['end-to-end', 'simulation', 'browser', 'hostile', 'contract', 'package'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONG.findIndex((folder) => moduleId.includes(`/tests/${folder}/`));
      return at < 0 ? LONG.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

const TESTS = 'tests/**/*.test.ts';
/** Folders of many short files, most of whose time would be the loading of the same modules. */
const SHORT = 'tests/{unit,infra,cli,console,contract,properties,pages}/**/*.test.ts';
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
