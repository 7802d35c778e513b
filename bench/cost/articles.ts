/** Articles to be measured. In: a folder of measuring data, how many. Out: keys and bytes: plain texts of a year's wire, or pages of HTML. */
import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip, gunzipSync } from 'node:zlib';

export interface Upload {
  readonly key: string;
  readonly bytes: Uint8Array;
}

export async function* texts(data: string, most: number): AsyncGenerator<Upload> {
  const file = createReadStream(join(data, 'stories/stream-1987.jsonl.gz')).pipe(createGunzip());
  let count = 0;
  for await (const line of createInterface({ input: file })) {
    if (count >= most) return;
    count += 1;
    const { id, title, paras, date } = JSON.parse(line) as Record<string, string> & { paras: readonly string[] };
    yield { key: `incoming/stream/${id}.txt`, bytes: Buffer.from([title, date, ...paras].join('\n')) };
  }
}

export async function* pages(data: string, most: number): AsyncGenerator<Upload> {
  const folder = join(data, 'pages/scrapinghub');
  for (const name of readdirSync(folder).sort().slice(0, most))
    yield { key: `incoming/pages/${name.replace(/\.gz$/, '')}`, bytes: gunzipSync(readFileSync(join(folder, name))) };
}
