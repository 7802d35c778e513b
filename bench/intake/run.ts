import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { findObject } from '../../shared/pipeline/query.ts';
import { warcRecords } from '../../shared/testing/archives.ts';
import { openLocalStore } from '../local-store.ts';
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

const { stack, store, errors, close } = await openLocalStore('intake');
try {
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
  await close();
}
