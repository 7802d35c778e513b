/**
 * A crawl through the local stack: `node bench/intake/run.ts [--records N]`. Makes a packed WARC of N pages of its own words, uploads it,
 * waits until everything is quiet, and tells the members a second and core, the memory of each function, and the requests a member.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { synthesize } from '../../infra/local/program/synth.ts';
import { startLocal } from '../../infra/local/start.ts';
import { remoteStore } from '../../shared/aws/store.ts';
import { findObject } from '../../shared/pipeline/query.ts';
import { warcRecords } from '../../shared/testing/archives.ts';
import { syntheticPage } from './synthetic-page.ts';

const { values: options } = parseArgs({ options: { records: { type: 'string', default: '5000' } } });
const records = Number(options.records);
const KEY = 'incoming/crawl.warc.gz';

function crawl(count: number): Uint8Array {
  const date = '2026-01-01T00:00:00Z';
  const pages = Array.from({ length: count }, (_, at) => {
    const url = `https://crawled-${at % 40}.example/news/${at}`;
    return Buffer.concat(warcRecords([{ url, date, html: syntheticPage(at) }]).map((record) => gzipSync(record)));
  });
  return Buffer.concat(pages);
}

const scratch = mkdtempSync(join(tmpdir(), 'wirefold-intake-'));
const assembly = join(scratch, 'assembly');
await synthesize(assembly);
const errors: string[] = [];
const stack = await startLocal({
  assembly,
  dataDir: join(scratch, 'data'),
  visibilityCapSeconds: 2,
  log: ({ level, from, text }) => {
    if (level === 'error') errors.push(`${from}: ${text}`);
  },
});
try {
  const { outputs, endpoints } = stack;
  const names = { bucketName: outputs['BucketName'] ?? '', tableName: outputs['TableName'] ?? '' };
  const store = remoteStore(names, { region: null, profile: null, endpoints });
  const bytes = crawl(records);
  const began = performance.now();
  await store.upload({ key: KEY, bytes, metadata: {} });
  await stack.idle();
  const seconds = (performance.now() - began) / 1_000;
  const state = await findObject(KEY, store.query);
  console.log(`${records} records, ${(bytes.length / 1024 / 1024).toFixed(1)} MiB packed, in ${seconds.toFixed(0)} s`);
  const perCore = records / seconds / availableParallelism();
  console.log(
    `${perCore.toFixed(1)} members a second and core (${availableParallelism()} cores, everything else on them too)`,
  );
  console.log(JSON.stringify(state));
  for (const [name, { count, units }] of Object.entries(stack.usage().calls).sort())
    console.log(
      `  ${name.padEnd(32)} ${(count / records).toFixed(3)} calls, ${(units / records).toFixed(3)} units a member`,
    );
  for (const [name, used] of Object.entries(stack.usage().functions)) console.log(`  ${name}: ${JSON.stringify(used)}`);
  console.log(`${errors.length} errors${errors.length > 0 ? `, the first: ${errors[0]}` : ''}`);
} finally {
  await stack.stop();
  rmSync(scratch, { recursive: true, force: true });
}
