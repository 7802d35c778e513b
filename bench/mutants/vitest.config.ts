/**
 * The tests that judge mutants: those that need no process, thread, bundle or emulator of their own, so that a mutant costs a second.
 * `MUTANT_TESTS` names others, with commas: more tests kill more mutants and take longer.
 */
import { defineConfig } from 'vitest/config';

const UNIT = 'tests/unit/**/*.test.ts,tests/properties/{order,lists,row-size}.test.ts,bench/mutants/worlds.test.ts';

export default defineConfig({
  test: {
    include: (process.env['MUTANT_TESTS'] ?? UNIT).split(/,(?![^{]*\})/),
    exclude: [
      'tests/unit/{worker,pool,library,same-answer,aws-clients,api}.test.ts',
      'tests/unit/{local-*,intake-formats/*,exports/*,archive/sql}.test.ts',
    ],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
