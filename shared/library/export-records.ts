/** Records in a format that others read. In: records as they come. Out: pieces of one document. Promise: one record in memory at a time. */
import { exportChunks } from '../core/exports/chunks.ts';
import { EXPORT_FORMATS, ExportFormatError, type ExportFormatName, isExportFormat } from '../core/exports/formats.ts';
import { urnOf } from '../core/exports/uris.ts';
import type { ArticleRecord } from '../core/record.ts';

export interface ExportOptions {
  /** Title of a feed. */
  readonly title?: string;
  /** URI that names a feed for good. */
  readonly uri?: string;
  /** Decides which embargoes are over; now if not given. */
  readonly at?: Date;
  /** Also what is withheld, canceled or under embargo. */
  readonly withheld?: boolean;
}

/** `for await (const piece of exportRecords(store.articles(), 'rss')) out.write(piece)`. What is withheld or under embargo is left out unless asked for. Throws `ExportFormatError`. */
export function exportRecords(
  records: AsyncIterable<ArticleRecord> | Iterable<ArticleRecord>,
  format: ExportFormatName,
  { title = 'Wirefold', uri = urnOf('list', 'library'), at = new Date(), withheld = false }: ExportOptions = {},
): AsyncGenerator<string> {
  if (!isExportFormat(format)) throw new ExportFormatError(String(format));
  return exportChunks(records, EXPORT_FORMATS[format], { title, uri, at: at.toISOString(), heldBack: withheld });
}
