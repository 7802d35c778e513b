/** The measuring sets as texts with prints, with what is true of them where it is known. Promise: the same file, the same list. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { articleParagraphs } from '../../shared/core/copies/article-paragraphs.ts';
import { type TextPrint, textPrint } from '../../shared/core/copies/text-print.ts';
import { contentHash } from '../../shared/core/fingerprint.ts';
import { repairLine } from '../../shared/core/scrape/repair.ts';

const Line = z.object({
  id: z.string(),
  text: z.string().optional(),
  paras: z.array(z.string()).optional(),
  /** The same text, copied. */
  group: z.string().optional(),
  /** Texts that are easily taken for copies of each other. */
  event: z.string().optional(),
});

export interface Text {
  readonly id: string;
  readonly hash: string;
  readonly paragraphs: readonly string[];
  readonly print: TextPrint;
  readonly group: string;
  readonly family: string;
}

/** `uncleaned` texts keep the furniture of their pages: what stays when it is in no table. */
export function readTexts(data: string, set: string, state: 'cleaned' | 'uncleaned' = 'cleaned'): readonly Text[] {
  const lines = gunzipSync(readFileSync(join(data, 'stories', `${set}.jsonl.gz`)))
    .toString('utf8')
    .split('\n');
  return lines.filter((line) => line !== '').map((line) => textOf(Line.parse(JSON.parse(line)), state));
}

function textOf({ id, text, paras, group, event }: z.infer<typeof Line>, state: 'cleaned' | 'uncleaned'): Text {
  const lines = paras ?? (text ?? '').split('\n');
  const paragraphs =
    state === 'cleaned'
      ? articleParagraphs(lines)
      : lines.map((line) => repairLine(line).text).filter((line) => line !== '');
  return {
    id,
    hash: contentHash(paragraphs),
    paragraphs,
    print: textPrint(paragraphs),
    group: group ?? id,
    family: event ?? id,
  };
}

/** Pairs that nobody could decide: they count for nothing. */
export function readIgnored(data: string, set: string): ReadonlySet<string> {
  const json: unknown = JSON.parse(readFileSync(join(data, 'stories', `${set}.ignore.json`), 'utf8'));
  const pairs = z.array(z.tuple([z.string(), z.string()])).parse(json);
  return new Set(pairs.map(([a, b]) => pairName(a, b)));
}

export function pairName(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
