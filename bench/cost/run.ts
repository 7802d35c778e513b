/**
 * What a million articles cost: `node bench/cost/run.ts --data DIR [--articles N]`. Runs the synthesized stack on this machine,
 * uploads the stories of `stream-1987` as plain text, waits until everything is quiet, and multiplies what was counted by the
 * prices in prices.json. Function time is this machine's wall time and is shown apart.
 */
import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import type { Usage } from '../../infra/local/meter.ts';
import { openLocalStore } from '../local-store.ts';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/bench/data' },
    articles: { type: 'string', default: '19043' },
  },
});

interface Prices {
  readonly region: string;
  readonly date: string;
  readonly usdPerMillion: Readonly<Record<string, number>>;
  readonly usdPerGibSecond: Readonly<Record<string, number>>;
}

/** Uploads under way at a time: the queue between them and the functions takes the rest. */
const AT_ONCE = 8;

async function* articles(most: number): AsyncGenerator<{ readonly key: string; readonly text: string }> {
  const file = createReadStream(join(options.data, 'stories/stream-1987.jsonl.gz')).pipe(createGunzip());
  let count = 0;
  for await (const line of createInterface({ input: file })) {
    if (count >= most) return;
    count += 1;
    const { id, title, paras, date } = JSON.parse(line) as Record<string, string> & { paras: readonly string[] };
    yield { key: `incoming/stream/${id}.txt`, text: [title, date, ...paras].join('\n') };
  }
}

async function uploadAll(most: number, put: (key: string, text: string) => Promise<unknown>): Promise<number> {
  let count = 0;
  const under: Promise<unknown>[] = [];
  for await (const { key, text } of articles(most)) {
    under.push(put(key, text));
    count += 1;
    if (under.length >= AT_ONCE) await Promise.all(under.splice(0));
  }
  await Promise.all(under);
  return count;
}

function bill({ calls, functions }: Usage, articleCount: number, prices: Prices): readonly string[] {
  const sum = (names: RegExp, of: 'count' | 'units') =>
    Object.entries(calls).reduce((total, [name, call]) => total + (names.test(name) ? call[of] : 0), 0);
  const price = (name: string) => (prices.usdPerMillion[name] ?? Number.NaN) / 1e6;
  const invocations = Object.values(functions).reduce((total, { count }) => total + count, 0);
  const gibSeconds = Object.values(functions).reduce((total, one) => total + one.gibSeconds, 0);
  const rows: readonly (readonly [string, number, number])[] = [
    ['DynamoDB write units', sum(/^dynamodb (?:PutItem|UpdateItem|index)/, 'units'), price('dynamodb write unit')],
    ['DynamoDB read units', sum(/^dynamodb (?:GetItem|Query|BatchGetItem)/, 'units'), price('dynamodb read unit')],
    ['S3 puts', sum(/^s3 PUT/, 'count'), price('s3 put')],
    ['S3 gets', sum(/^s3 GET/, 'count'), price('s3 get')],
    ['SQS requests', sum(/^sqs message/, 'count') + 2 * sum(/^sqs batch/, 'count'), price('sqs request')],
    ['Lambda requests', invocations, price('lambda request')],
    ['Lambda GiB seconds (this machine)', gibSeconds, prices.usdPerGibSecond['lambda arm64'] ?? Number.NaN],
  ];
  const lines = rows.map(([name, count, each]) => {
    const perArticle = count / articleCount;
    return `${name.padEnd(36)} ${perArticle.toFixed(2).padStart(8)} an article  ${(perArticle * each * 1e6).toFixed(2).padStart(8)} USD a million`;
  });
  const total = rows.reduce((all, [, count, each]) => all + (count / articleCount) * each * 1e6, 0);
  const seconds = (gibSeconds / articleCount) * (prices.usdPerGibSecond['lambda arm64'] ?? Number.NaN) * 1e6;
  return [
    ...lines,
    `${'total'.padEnd(36)} ${''.padStart(8)}             ${total.toFixed(2).padStart(8)} USD a million (${(total - seconds).toFixed(2)} without function time)`,
  ];
}

const { stack, store, errors, close } = await openLocalStore('cost');
try {
  const began = performance.now();
  const count = await uploadAll(Number(options.articles), (key, text) =>
    store.upload({ key, bytes: Buffer.from(text), metadata: {} }),
  );
  await stack.idle();
  const seconds = (performance.now() - began) / 1_000;
  const prices: Prices = JSON.parse(readFileSync(new URL('./prices.json', import.meta.url), 'utf8'));
  console.log(`${count} articles in ${seconds.toFixed(0)} s; prices of ${prices.region}, ${prices.date}`);
  for (const line of bill(stack.usage(), count, prices)) console.log(line);
  for (const [name, { count: calls, units }] of Object.entries(stack.usage().calls).sort())
    console.log(
      `  ${name.padEnd(32)} ${(calls / count).toFixed(2)} calls, ${(units / count).toFixed(2)} units an article`,
    );
  console.log(`${errors.length} errors${errors.length > 0 ? `, the first: ${errors[0]}` : ''}`);
} finally {
  await close();
}
