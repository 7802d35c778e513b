/**
 * The whole reader with scores from models that have not seen the page's site: `node bench/score-oof.ts --data DIR --rows DIR [--plain]`.
 * `--rows` is the trainer's scratch folder (`oof.f32`, `pages.json`). Prints the body F1 of each set, with the labeller's rules, the
 * second look and the fields on top of the scores; `--plain` takes every block over 0.5 instead. `--records DIR` also writes what was read,
 * as the scorer beside the data takes it, and `--sets a,b` names others. These are the figures to compare with sites never seen.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Page } from '../shared/core/block.ts';
import { NO_HINTS, NO_PROFILE } from '../shared/core/document.ts';
import { composeArticle } from '../shared/core/fields/compose.ts';
import type { OpenPage } from '../shared/core/html/page.ts';
import type { Article } from '../shared/core/record.ts';
import { labelWithSecondLook } from '../shared/core/second-look.ts';
import { readSet } from './train/data.ts';
import { openCase } from './train/pages.ts';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/bench/data' },
    rows: { type: 'string', default: '.wirefold/train' },
    plain: { type: 'boolean', default: false },
    sets: { type: 'string', default: 'scrapinghub,naeb,fundus,scrapinghub-text,naeb-text,fundus-text' },
    worst: { type: 'string', default: '0' },
    records: { type: 'string' },
  },
});

interface BodyMetric {
  bodyScore(pairs: readonly { readonly truth: string; readonly predicted: string }[]): {
    readonly f1: number;
    readonly precision: number;
    readonly recall: number;
    readonly perDocument: readonly { readonly f1: number }[];
  };
}

/** Scores by set and name, as the trainer kept them. */
function readScores(kind: string): ReadonlyMap<string, readonly number[]> {
  const pages: readonly { set: string; name: string; rows: number }[] = JSON.parse(
    readFileSync(join(options.rows, kind, 'pages.json'), 'utf8'),
  );
  const bytes = readFileSync(join(options.rows, kind, 'oof.f32'));
  const all = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  let from = 0;
  return new Map(
    pages.map(({ set, name, rows }) => {
      from += rows;
      return [`${set}/${name}`, [...all.subarray(from - rows, from)]];
    }),
  );
}

function articleOf({ page, ask }: OpenPage, scores: readonly number[]): Article {
  const looked = labelWithSecondLook(page, scores, NO_PROFILE, ask);
  return composeArticle(looked.page, looked.labelled, NO_HINTS, NO_PROFILE);
}

function plainBody({ blocks }: Page, scores: readonly number[]): string {
  return blocks.flatMap((block) => ((scores[block.index] ?? 0) > 0.5 ? [block.text] : [])).join('\n');
}

function bodyOf({ body, dateline }: Article): string {
  const text = body.map((part) => part.text).join('\n');
  return dateline === null ? text : `${dateline.raw} ${text}`;
}

const metrics: BodyMetric = await import(pathToFileURL(join(options.data, '..', 'metrics.mjs')).href);
const scores = { html: readScores('html'), text: readScores('text') };
for (const set of options.sets.split(',')) {
  const pairs: { truth: string; predicted: string; name: string }[] = [];
  const records: string[] = [];
  let changed = 0;
  for (const from of readSet(options.data, set)) {
    const opened = openCase(from);
    const { page } = opened;
    const known = scores[page.format].get(`${set}/${from.name}`) ?? [];
    if (known.length !== page.blocks.length) changed += 1;
    const article = articleOf(opened, known);
    records.push(JSON.stringify({ ...article, source: { path: `${from.name}.html.gz` } }));
    const predicted = options.plain ? plainBody(page, known) : bodyOf(article);
    if (from.truth.body !== null) pairs.push({ truth: from.truth.body, predicted, name: from.name });
  }
  if (options.records !== undefined) writeFileSync(join(options.records, `${set}.jsonl`), `${records.join('\n')}\n`);
  const { f1, precision, recall, perDocument } = metrics.bodyScore(pairs);
  const percent = (value: number) => (100 * value).toFixed(2);
  console.log(
    `${set}: F1 ${percent(f1)}, precision ${percent(precision)}, recall ${percent(recall)}; ${changed} pages changed`,
  );
  const order = pairs.map(({ name }, i) => ({ name, f1: perDocument[i]?.f1 ?? 0 })).sort((a, b) => a.f1 - b.f1);
  for (const page of order.slice(0, Number(options.worst))) console.log(`  ${percent(page.f1)} ${page.name}`);
}
