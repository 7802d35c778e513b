import { describe, expect, it } from 'vitest';
import { BUDGET, checkBudget, deriveBudget } from '../../infra/budget.ts';
import { LIMITS } from '../../shared/core/limits.ts';
import { STORE_LIMITS } from '../../shared/core/store-limits.ts';

describe('the budget of all waits', () => {
  it('follows from the extraction deadline of five seconds and batches of five', () => {
    expect(deriveBudget({ extractionMs: 5000, batchSize: 5 })).toMatchObject({
      functionTimeoutS: 60,
      visibilityTimeoutS: 360,
      maxReceives: 5,
    });
  });

  it('leaves each message of a batch its whole extraction', () => {
    expect(BUDGET.functionTimeoutS * 1000).toBeGreaterThan(BUDGET.batchSize * 5000);
  });

  it('lets a thread that hangs while it loads fail its message, never the batch', () => {
    const { startMs, storeMs, edgeMs } = STORE_LIMITS;
    // No message begins later than this before the end, so none, however slow, is cut off in the middle.
    expect(edgeMs).toBeGreaterThanOrEqual(startMs + LIMITS.extractionMs + storeMs);
    expect(edgeMs).toBeLessThan(BUDGET.functionTimeoutS * 1000);
    expect(startMs + BUDGET.batchSize * (LIMITS.extractionMs + storeMs)).toBeLessThanOrEqual(
      BUDGET.functionTimeoutS * 1000,
    );
  });

  it.each([
    [{ visibilityTimeoutS: 359 }, /visibility timeout 359 s is under 6x/],
    [{ functionTimeoutS: 901, visibilityTimeoutS: 6000 }, /over Lambda's 900 s/],
    [{ maxReceives: 4 }, /under 5/],
  ])('refuses %o', (change, message) => {
    expect(() => checkBudget({ ...BUDGET, ...change })).toThrow(message);
  });

  it('refuses a batch that no function could finish', () => {
    expect(() => deriveBudget({ extractionMs: 5000, batchSize: 100 })).toThrow(/smaller batch/);
  });
});
