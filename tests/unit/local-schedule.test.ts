/** Schedules of the local run. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { buildSchedules, rateMs } from '../../infra/local/build-schedules.ts';
import type { LocalFunction } from '../../infra/local/lambda/function.ts';

const RULE = {
  id: 'Every',
  name: 'every',
  properties: {
    State: 'ENABLED',
    ScheduleExpression: 'rate(10 minutes)',
    Targets: [{ Arn: 'arn:aws:lambda:us-east-1:000000000000:function:unknown' }],
  },
};

/** A function that fails at every call and notes when it was called. */
function failing(name: string, calls: number[]): ReadonlyMap<string, LocalFunction> {
  const settings = {
    name,
    root: '',
    handler: 'index.handler',
    timeoutMs: 1,
    memoryMib: 128,
    processes: 1,
    environment: {},
  };
  const invoke = async () => {
    calls.push(Date.now());
    throw new Error('the table answered too late');
  };
  return new Map([[name, { settings, invoke, stop: async () => {} }]]);
}

afterEach(() => {
  vi.useRealTimers();
});

describe('a schedule', () => {
  it.each([
    ['rate(1 minute)', 60_000],
    ['rate(10 minutes)', 600_000],
    ['rate(2 hours)', 7_200_000],
    ['rate(1 day)', 86_400_000],
  ])('%s comes every %d ms', (expression, ms) => {
    expect(rateMs(expression)).toBe(ms);
  });

  it.each(['cron(0 12 * * ? *)', 'rate(soon)', ''])('that is not understood stops the run: %s', (expression) => {
    expect(() => rateMs(expression)).toThrow(/not emulated/);
  });

  it('calls a function that fails twice more, as Lambda does, and none once it was stopped', async () => {
    vi.useFakeTimers();
    const calls: number[] = [];
    const schedules = buildSchedules([RULE], failing('unknown', calls), () => {}, Date.now);
    const start = Date.now();
    await vi.advanceTimersByTimeAsync(19 * 60_000);
    expect(calls.map((at) => (at - start) / 60_000)).toEqual([10, 11, 13]);
    await vi.advanceTimersByTimeAsync(60_000);
    schedules.stop();
    await vi.advanceTimersByTimeAsync(60 * 60_000);
    expect(calls).toHaveLength(4);
  });

  it('that names no function of the stack stops the run', () => {
    expect(() =>
      buildSchedules(
        [RULE],
        new Map(),
        () => {},
        () => 0,
      ),
    ).toThrow(/no function of the stack/);
  });
});
