/**
 * How long the bundled `query` takes to load, and to answer for the first time without a store: `node bench/api/start.ts [--runs 15]`.
 * Each run is a process of its own, as a cold start is. Prints medians of this machine, in milliseconds.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleFunctions, dropBundles } from '../../infra/bundling.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '15' } } });

const EVENT = {
  rawPath: '/openapi.json',
  rawQueryString: '',
  headers: { host: 'api.example', accept: '*/*' },
  requestContext: { domainName: 'api.example', http: { method: 'GET' } },
};

function script(file: string): string {
  return `
    const start = process.cpuUsage();
    const began = performance.now();
    const { handler } = await import(${JSON.stringify(file)});
    const loaded = performance.now();
    const { user, system } = process.cpuUsage(start);
    const { statusCode } = await handler(${JSON.stringify(EVENT)});
    process.stdout.write(JSON.stringify({ load: loaded - began, cpu: (user + system) / 1000, first: performance.now() - loaded, statusCode }) + '\\n');
    process.exit(0);`;
}

const env = {
  TABLE_NAME: 't',
  BUCKET_NAME: 'b',
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'x',
  AWS_SECRET_ACCESS_KEY: 'x',
};
const bundles = await bundleFunctions();
try {
  const file = join(bundles.query, 'index.mjs');
  const bytes = readFileSync(file);
  const runs = Array.from({ length: Number(values.runs) }, () => {
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script(file)], {
      env,
      encoding: 'utf8',
    });
    return JSON.parse(printed.trim().split('\n').at(-1) ?? '{}');
  });
  const median = (name: string) =>
    runs.map((run) => Number(run[name])).sort((a, b) => a - b)[Math.floor(runs.length / 2)] ?? 0;
  console.log(
    `bundle of query: ${(bytes.length / 1_048_576).toFixed(2)} MiB, jsdom ${bytes.includes('xhr-sync-worker') ? 'IS' : 'is not'} in it`,
  );
  console.log(
    `load, median of ${runs.length}: ${median('load').toFixed(0)} ms of wall, ${median('cpu').toFixed(0)} ms of processor; first answer (/openapi.json, ${runs[0]?.statusCode}): ${median('first').toFixed(0)} ms`,
  );
} finally {
  dropBundles(bundles);
}
