/** The tests that judge mutants: those that need no process, thread, bundle or emulator of their own, so that a mutant costs a second. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'tests/{unit,properties}/**/*.test.ts',
      ...(process.env['WORLDS'] === '1' ? ['bench/mutants/worlds.test.ts', 'tests/cli/forget.test.ts'] : []),
    ],
    exclude: [
      'tests/unit/{worker,pool,library,same-answer,aws-clients,api}.test.ts',
      'tests/unit/{local-*,intake-formats/*,exports/*,archive/sql}.test.ts',
      'tests/properties/{exports,hot-keys,near-copies,copies}.test.ts',
      'tests/cli/{process,threads,questions,archive-verbs,export,output}.test.ts',
    ],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
