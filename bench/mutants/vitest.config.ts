/** The tests that judge mutants: `MUTANT_TESTS`, with commas; run.ts names those that import what is mutated. */
import { defineConfig } from 'vitest/config';

const ALL = 'tests/unit/**/*.test.ts,bench/mutants/worlds.test.ts';

export default defineConfig({
  test: {
    include: (process.env['MUTANT_TESTS'] ?? ALL).split(/,(?![^{]*\})/),
    exclude: [
      'tests/unit/{worker,pool,library,same-answer,aws-clients,api}.test.ts',
      'tests/unit/{local-*,intake-formats/*,exports/*,archive/sql}.test.ts',
    ],
    // Which mutant lives is asked at every step: nothing has to be loaded anew for the next one.
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
