/** The tests that judge mutants: `MUTANT_TESTS`, with commas; run.ts names them. The quickest first, since the first that fails ends a mutant. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const ALL = 'tests/unit/**/*.test.ts,bench/mutants/worlds.test.ts';

/** By what they take, the longest last. */
const LONG = [
  '/tests/cli/',
  '/tests/console/',
  '/worlds.',
  '/tests/pages/',
  '/tests/golden/',
  '/query-articles.',
  '/properties/',
  '/migrations.',
  '/bzip2.',
  '/long.',
];

/** What answers in the place of AWS would answer the files that come after it too. */
const MOCKS = /aws-sdk-client-mock|vi\.(?:mock|spyOn|stubGlobal|useFakeTimers)\b/;
const ROOT = path.resolve(import.meta.dirname, '../..');
const mocking = globSync('tests/**/*.test.ts', { cwd: ROOT }).filter((file) =>
  MOCKS.test(readFileSync(path.join(ROOT, file), 'utf8')),
);

class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number =>
      moduleId.includes('/loaded.') ? -2 : LONG.findIndex((place) => moduleId.includes(place));
    return files.toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    include: (process.env['MUTANT_TESTS'] ?? ALL).split(/,(?![^{]*\})/),
    exclude: [
      ...mocking,
      // They start processes and threads, or need a process of their own.
      'tests/unit/{worker,pool,library,same-answer,aws-*,handler-telling,local-*}.test.ts',
      'tests/cli/{process,threads}.test.ts',
      'tests/console/{server,learned}.test.ts',
    ],
    // Which mutant lives is asked at every step: nothing has to be loaded anew for the next one.
    isolate: false,
    sequence: { sequencer: QuickFirst },
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
