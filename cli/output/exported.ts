/** Records out in one of the export formats, for verbs that make them one by one. */
import { exportOne, exportWriter } from '../../shared/core/exports/chunks.ts';
import type { ExportFormat } from '../../shared/core/exports/format.ts';
import { urnOf } from '../../shared/core/exports/uris.ts';
import type { ArticleRecord } from '../../shared/core/record.ts';
import type { Io } from '../io.ts';
import type { Output } from './output.ts';
import { textWriter } from './writer.ts';

/** `isOne`: one file was named, so the document is the article, no list. */
export function openExport(
  format: ExportFormat,
  isOne: boolean,
  io: Pick<Io, 'stdout' | 'now'>,
): Output<ArticleRecord> {
  const about = { title: 'Wirefold', uri: urnOf('list', 'cleaned'), at: io.now().toISOString() };
  const writer = textWriter(io.stdout);
  if (isOne) {
    return { item: (record) => writer.text(exportOne(record, format, about) ?? ''), end: async () => {} };
  }
  const pieces = exportWriter(format, about);
  return {
    item: (record) => writer.text(pieces.add(record)),
    end: async () => void (await writer.text(pieces.end())),
  };
}
