/** All formats by the names that people type. */
import { ATOM } from './atom.ts';
import { CSV } from './csv.ts';
import type { ExportFormat } from './format.ts';
import { JSON_FEED } from './json-feed.ts';
import { JSON_LINES } from './json-lines.ts';
import { JSONLD } from './jsonld.ts';
import { MARKDOWN } from './markdown.ts';
import { NINJS } from './ninjs.ts';
import { PLAIN_TEXT } from './plain-text.ts';
import { RSS } from './rss.ts';

export const EXPORT_FORMATS = {
  ninjs: NINJS,
  jsonld: JSONLD,
  jsonfeed: JSON_FEED,
  rss: RSS,
  atom: ATOM,
  csv: CSV,
  text: PLAIN_TEXT,
  markdown: MARKDOWN,
  jsonl: JSON_LINES,
} as const satisfies Readonly<Record<string, ExportFormat>>;

export type ExportFormatName = keyof typeof EXPORT_FORMATS;

export function isExportFormat(name: string): name is ExportFormatName {
  return Object.hasOwn(EXPORT_FORMATS, name);
}

/** A name that no format has. */
export class ExportFormatError extends Error {
  override readonly name = 'ExportFormatError';
  readonly code = 'export.unknown-format';

  constructor(wanted: string) {
    const known = Object.keys(EXPORT_FORMATS).join(', ');
    super(`There is no format ${JSON.stringify(wanted.slice(0, 40))}. There are: ${known}`);
  }
}
