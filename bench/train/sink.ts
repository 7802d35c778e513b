/**
 * Where the trainer's input is written: features as `NAME.f32` (row after row) with their names in `NAME.json`; pages as `pages.json`
 * (set, name, site, labels, words) and `texts.jsonl` (block texts, the buckets of their words for the lexicon, and truth, to score by).
 */
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Columns } from '../../shared/core/score/columns.ts';
import type { Facts } from '../../shared/core/score/facts.ts';
import { wordBuckets } from '../../shared/core/score/lexicon.ts';
import { alignBlocks } from './align.ts';
import type { Case } from './data.ts';

export interface RowSink {
  readonly add: (columns: Columns, size: number) => void;
  readonly end: () => void;
}

export interface TextSink {
  readonly add: (facts: Facts, from: Case, set: string) => void;
  readonly end: () => void;
}

export function openRows(folder: string, name: string): RowSink {
  mkdirSync(folder, { recursive: true });
  const file = openSync(join(folder, `${name}.f32`), 'w');
  let names: readonly string[] = [];
  return {
    add(columns, size) {
      names = [...columns.values.keys()];
      writeSync(file, new Uint8Array(rowsOf(columns, size).buffer));
    },
    end() {
      writeFileSync(join(folder, `${name}.json`), JSON.stringify(names));
      closeSync(file);
    },
  };
}

export function openTexts(folder: string): TextSink {
  const file = openSync(join(folder, 'texts.jsonl'), 'w');
  const pages: object[] = [];
  return {
    add(facts, { name, site, truth }, set) {
      const texts = facts.blocks.map((block) => block.text);
      const { labels, best } = alignBlocks(texts, truth);
      const words = [...facts.words].map((count) => Math.round(count * 10) / 10);
      const buckets = facts.page.format === 'text' ? texts.map(wordBuckets) : [];
      writeSync(file, `${JSON.stringify({ texts, buckets, truth: truth.body })}\n`);
      pages.push({ set, name, site, rows: facts.size, best, labels: [...labels], words });
    },
    end() {
      writeFileSync(join(folder, 'pages.json'), JSON.stringify(pages));
      closeSync(file);
    },
  };
}

function rowsOf(columns: Columns, size: number): Float32Array<ArrayBuffer> {
  const matrix = new Float32Array(columns.values.size * size);
  for (const [at, values] of [...columns.values.values()].entries()) {
    for (let i = 0; i < size; i += 1) matrix[i * columns.values.size + at] = values[i] ?? 0;
  }
  return matrix;
}
