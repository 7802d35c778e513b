/** Formats of exports, by name, for the page: the writers themselves stay on the server. */
import type { ExportFormatName } from '../../shared/core/exports/formats.ts';

export const EXPORT_NAMES = [
  'csv',
  'jsonl',
  'jsonfeed',
  'rss',
  'atom',
  'ninjs',
  'jsonld',
  'markdown',
  'text',
] as const satisfies readonly ExportFormatName[];
