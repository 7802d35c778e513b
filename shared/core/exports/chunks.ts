/** Records to a document. In: records as they come. Out: pieces of text. Promise: one record in memory; the withheld leave only when they were asked for. */
import type { ArticleRecord } from '../record.ts';
import { isReleased } from '../released.ts';
import type { About, ExportFormat } from './format.ts';

export interface ExportWriter {
  /** The next piece; empty for what is withheld, canceled or under embargo at `about.at`. */
  add(record: ArticleRecord): string;
  /** The last piece. */
  end(): string;
}

export function exportWriter(format: ExportFormat, about: About): ExportWriter {
  let before: string | null = format.begin(about);
  let isFirst = true;
  const opened = () => {
    const piece = before ?? '';
    before = null;
    return piece;
  };
  return {
    add(record) {
      if (!mayLeave(record, about)) return '';
      const piece = `${opened()}${isFirst ? '' : format.between}${format.item(record)}`;
      isFirst = false;
      return piece;
    },
    end: () => `${opened()}${format.end}`,
  };
}

export function mayLeave(record: ArticleRecord, { at, heldBack = false }: About): boolean {
  return heldBack || isReleased(record, at);
}

export async function* exportChunks(
  records: AsyncIterable<ArticleRecord> | Iterable<ArticleRecord>,
  format: ExportFormat,
  about: About,
): AsyncGenerator<string> {
  const writer = exportWriter(format, about);
  for await (const record of records) yield writer.add(record);
  yield writer.end();
}

/** The document of one article; null when it may not leave. */
export function exportOne(record: ArticleRecord, format: ExportFormat, about: About): string | null {
  if (!mayLeave(record, about)) return null;
  return format.alone?.(record) ?? `${format.begin(about)}${format.item(record)}${format.end}`;
}
