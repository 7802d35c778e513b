import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/**
 * Time limits here are watchdogs against a hang; nothing in the tests measures speed. One file more than there are processors runs at a
 * time, because several wait for child processes and timers.
 */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: availableParallelism() + 1,
  },
});
