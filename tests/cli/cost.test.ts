/** `wirefold cost`: parts that add up, what is not counted, and wrong usage named. */
import { describe, expect, it } from 'vitest';
import { runProgram } from '../../cli/program.ts';
import { anIo, jsonLines } from './fake-io.ts';

async function cost(...args: readonly string[]) {
  const io = anIo();
  const code = await runProgram(['cost', ...args], io);
  return { code, lines: jsonLines(io.out()), err: io.err() };
}

interface Line {
  readonly part: string;
  readonly usdPerMonth: number;
}
const isLine = (line: unknown): line is Line => typeof line === 'object' && line !== null && 'usdPerMonth' in line;

describe('wirefold cost', () => {
  it('prints parts, their sum, and what each switch adds; says what it was counted from and what is left out', async () => {
    const { code, lines, err } = await cost('--articles-per-day', '1000', '--html-share', '0.3', '--tracing');
    expect(code).toBe(0);
    const known = lines.filter(isLine);
    const total = known.findIndex(({ part }) => part === 'all of it');
    const sum = known.slice(0, total).reduce((all, { usdPerMonth }) => all + usdPerMonth, 0);
    expect(known[total]?.usdPerMonth).toBeCloseTo(sum, 6);
    expect(known.slice(total + 1).map(({ part }) => part.slice(0, 7))).toEqual(Array(5).fill('switch:'));
    expect(known.map(({ part }) => part)).toContain('tracing (X-Ray)');
    expect(err).toMatch(/Counted on the local run on \d{4}-\d\d-\d\d/);
    expect(err).toContain('Prices of us-east-1');
    expect(err).toContain('Not counted:');
  });

  it('says what units that stand ready would save, and how many settling needs', async () => {
    const total = async (...more: readonly string[]) => {
      const { lines } = await cost('--articles-per-day', '100000', ...more);
      const all = lines.filter(isLine);
      return { sum: all.find(({ part }) => part === 'all of it')?.usdPerMonth ?? 0, all };
    };
    const [requests, ready, fuller] = [
      await total(),
      await total('--table-capacity', 'provisioned'),
      await total('--table-capacity', 'provisioned', '--table-utilization', '90'),
    ];
    const saved = requests.all.find(({ part }) => part.includes('tableCapacity=provisioned'));
    expect(saved?.usdPerMonth).toBeCloseTo(ready.sum - requests.sum, 6);
    expect(saved).toMatchObject({ basis: 'not in the sum; would be saved' });
    expect(fuller.sum).toBeLessThan(ready.sum);
    expect(JSON.stringify(ready.all)).toMatch(/-c settleReadUnits=\d+/);
  });

  it('says what an idle stack costs', async () => {
    const { lines } = await cost('--articles-per-day', '0');
    expect(lines.filter(isLine).map(({ part }) => part)).not.toContain('table writes');
    expect(lines).toContainEqual(expect.objectContaining({ part: 'all of it', usdPerMillion: null }));
  });

  it.each([
    [[], 'articles-per-day'],
    [['--articles-per-day', 'many'], 'whole number'],
    [['--articles-per-day', '10', '--html-share', '30'], 'share from 0 to 1'],
    [['--articles-per-day', '10', '--table-capacity', 'reserved'], 'onDemand, provisioned'],
    [['--articles-per-day', '10', '--table-utilization', '95'], 'from 20 to 90'],
  ])('refuses %j and says why', async (args, says) => {
    const { code, err } = await cost(...args);
    expect(code).toBe(2);
    expect(err).toContain(says);
  });
});
