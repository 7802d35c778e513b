/**
 * How fast each export format is: `node bench/exports/run.ts [--records N]`. Made records of about 400 words; what is counted is the
 * writing alone, in one thread, and the most memory that the process held.
 */
import { parseArgs } from 'node:util';
import { exportChunks } from '../../shared/core/exports/chunks.ts';
import { EXPORT_FORMATS } from '../../shared/core/exports/formats.ts';
import type { ArticleRecord } from '../../shared/core/record.ts';
import { aRecord } from '../../shared/testing/a-record.ts';
import { aDate } from '../../shared/testing/builders.ts';

const { values } = parseArgs({ options: { records: { type: 'string', default: '20000' } } });
const count = Number(values.records);
const about = { title: 'Bench', uri: 'urn:wirefold:list:bench', at: '2026-02-01T00:00:00.000Z' };
const paragraph = 'The ferry “Marigold” & two tugs left <Westhaven> at 10:40, the port office said on Tuesday. '.repeat(
  3,
);

function* records(): Generator<ArticleRecord> {
  const base = aRecord({ published: aDate('2024-03-12T16:05:00Z'), keywords: ['harbour', 'ferry'] });
  for (let at = 0; at < count; at += 1)
    yield { ...base, headline: `Ferry ${at}`, body: Array.from({ length: 8 }, () => ({ text: paragraph, role: 'p' })) };
}

for (const [name, format] of Object.entries(EXPORT_FORMATS)) {
  const start = performance.now();
  let chars = 0;
  for await (const piece of exportChunks(records(), format, about)) chars += piece.length;
  const seconds = (performance.now() - start) / 1000;
  const rate = Math.round(count / seconds);
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(
    `${name.padEnd(10)} ${rate} records/s, ${Math.round(chars / count)} characters each, peak ${peak} MiB\n`,
  );
}
