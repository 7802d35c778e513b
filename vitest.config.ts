import { defineConfig } from 'vitest/config';

/** Time limits here are watchdogs against a hang; nothing in the tests measures speed. */
export default defineConfig({
  test: { include: ['tests/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 120_000, pool: 'forks' },
});
