/**
 * What bounds throughput: `node bench/scale/run.ts`. Computes from shared/core/cost/figures.json (measured on the local run) and AWS's
 * published limits at how many articles a day each part is full, for three deployments, and names what breaks first.
 */
import { FIGURES } from '../../shared/core/cost/figures.ts';
import { boundsOf, type Deployment } from './bounds.ts';

/** As the stack has them. */
const memoryMib = { ingest: 2_048, group: 512, gather: 512, settle: 2_048 };
/** `settleMemoryMib`: the most that a function can have. */
const large = { ...memoryMib, settle: 10_240 };
/** On demand, a table begins with 4,000 write units a second; 40,000 are what an account may have without asking. */
const [BEGIN, MOST] = [4_000, 40_000];

const DEPLOYMENTS: readonly (readonly [number, Deployment])[] = [
  [1_000, { maxConcurrency: 10, shards: 4, parallel: 10, memoryMib, tableWrites: BEGIN }],
  [100_000, { maxConcurrency: 10, shards: 4, parallel: 10, memoryMib: large, tableWrites: BEGIN }],
  [10_000_000, { maxConcurrency: 100, shards: 40, parallel: 10, memoryMib: large, tableWrites: MOST }],
];

for (const [wanted, deployment] of DEPLOYMENTS) {
  const { maxConcurrency, shards, parallel, tableWrites, memoryMib: own } = deployment;
  console.log(
    `\n${wanted.toLocaleString('en')} articles a day: maxConcurrency ${maxConcurrency}, ${shards} shards x ${parallel}, ${tableWrites} write units a second, settle ${own['settle']} MiB`,
  );
  for (const { what, articlesPerDay, why } of boundsOf(FIGURES, deployment)) {
    const holds = articlesPerDay >= wanted ? 'holds' : 'BREAKS';
    console.log(
      `  ${holds.padEnd(7)} ${what.padEnd(26)} ${articlesPerDay.toLocaleString('en').padStart(14)} a day: ${why}`,
    );
  }
}
