/** Many bad files at once: every file ends in its one state, good ones do not wait for bad ones to be tried again, defects end as dead letters. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { BUDGET } from '../../infra/budget.ts';
import { type Flood, ONE_PASS_MS, runFlood } from './flood-world.ts';

/** `FLOOD=100000` (`npm run flood`) is the long form. */
const FILES = Number(process.env['FLOOD'] ?? 1_000);
/** A watchdog: a file takes under a millisecond. */
const WATCHDOG_MS = 120_000 + FILES * 20;

describe('a flood of uploads', () => {
  let flood: Flood;
  beforeAll(async () => {
    vi.stubEnv('POWERTOOLS_LOG_LEVEL', 'SILENT');
    vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'true');
    const { batchHandler } = await import('../../functions/batch.ts');
    flood = await runFlood(FILES, batchHandler);
    console.log(`${FILES} files: ${JSON.stringify(flood)}`);
    vi.unstubAllEnvs();
  }, WATCHDOG_MS);

  it('leaves every file stored, refused or in the dead letters, and none in two of them', () => {
    const { good, refused, slow, defect } = flood.counts;
    expect(good + refused + slow + defect).toBe(FILES);
    expect(flood.states).toEqual({ 'good stored': good, 'refused rejected': refused, 'slow rejected': slow });
    expect(flood.dead).toEqual({ defect });
  });

  it('tries what fails as often as the queue says, and no more', () => {
    expect(flood.mostReceives).toBe(BUDGET.maxReceives);
  });

  it('stores the last good file before the bad ones have had their next turns', () => {
    expect(flood.lastGoodMs).toBeLessThanOrEqual(ONE_PASS_MS(flood.counts));
  });
});
