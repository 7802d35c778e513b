/** Schedules of the local run. */
import { describe, expect, it } from 'vitest';
import { buildSchedules, rateMs } from '../../infra/local/build-schedules.ts';

const RULE = {
  id: 'Every',
  name: 'every',
  properties: {
    State: 'ENABLED',
    ScheduleExpression: 'rate(10 minutes)',
    Targets: [{ Arn: 'arn:aws:lambda:us-east-1:000000000000:function:unknown' }],
  },
};

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
