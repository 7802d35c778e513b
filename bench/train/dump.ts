/**
 * Features and targets of every page, for the trainer: `node bench/train/dump.ts --data DIR --out DIR [--second html|text]`.
 * First run: `rows.*` and `texts.jsonl` for the first models. With `--second`, what the first forest of HTML, or the lexicon of plain
 * text, thinks of each block (`first.f32`, out of fold, written by the trainer) is read, and the features that need it go to `second.*`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '../../shared/core/block.ts';
import { lexicalColumns } from '../../shared/core/score/columns/lexical.ts';
import { newColumns } from '../../shared/core/score/columns.ts';
import { pageFacts } from '../../shared/core/score/facts.ts';
import { firstFeatures, secondFeatures } from '../../shared/core/score/features.ts';
import { type Case, HTML_SETS, readSet, TEXT_SETS } from './data.ts';
import { readCase, scrapeOf } from './pages.ts';
import { openRows, openTexts } from './sink.ts';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/bench/data' },
    out: { type: 'string', default: '.wirefold/train' },
    second: { type: 'string' },
  },
});

interface Writer {
  readonly add: (page: Page, from: Case, set: string) => void;
  readonly end: () => void;
}

function firstWriter(kind: string): Writer {
  const rows = openRows(join(options.out, kind), 'rows');
  const texts = openTexts(join(options.out, kind));
  return {
    add(page, from, set) {
      const facts = pageFacts(page);
      const columns = newColumns(null);
      firstFeatures(columns, facts);
      rows.add(columns, facts.size);
      texts.add(facts, from, set);
    },
    end() {
      rows.end();
      texts.end();
    },
  };
}

/** Takes the opinion of the next page: they were written in the order in which pages are read. */
function secondWriter(kind: string): Writer {
  const rows = openRows(join(options.out, kind), 'second');
  const bytes = readFileSync(join(options.out, kind, 'first.f32'));
  const all = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  let from = 0;
  return {
    add(page) {
      const facts = pageFacts(page);
      const columns = newColumns(null);
      const opinion = all.slice(from, from + facts.size);
      if (kind === 'html') secondFeatures(columns, facts, opinion);
      else lexicalColumns(columns, facts, opinion);
      rows.add(columns, facts.size);
      from += facts.size;
    },
    end() {
      if (from !== all.length) throw new Error('The pages have changed since the first run: run it again.');
      rows.end();
    },
  };
}

const NOBODY: Writer = { add: () => undefined, end: () => undefined };
const open = (kind: string) => {
  if (options.second === undefined) return firstWriter(kind);
  return options.second === kind ? secondWriter(kind) : NOBODY;
};

const html = open('html');
const text = open('text');
const scraped = new Set<string>(TEXT_SETS);
for (const set of [...HTML_SETS, ...TEXT_SETS]) {
  let pages = 0;
  for (const from of readSet(options.data, set)) {
    const page = readCase(from);
    if (page.blocks.length === 0) continue;
    (page.format === 'html' ? html : text).add(page, from, set);
    if (page.format === 'html' && text !== NOBODY && !scraped.has(`${set}-text`)) text.add(scrapeOf(page), from, set);
    pages += 1;
  }
  console.log(set, pages);
}
html.end();
text.end();
