/** What tests of exports ask: records in, one text out. */
import { exportWriter } from '../../../shared/core/exports/chunks.ts';
import type { About } from '../../../shared/core/exports/format.ts';
import { EXPORT_FORMATS, type ExportFormatName } from '../../../shared/core/exports/formats.ts';
import type { ArticleRecord } from '../../../shared/core/record.ts';

export const ABOUT: About = {
  title: 'Harbours & <ships>',
  uri: 'urn:wirefold:list:test',
  at: '2026-02-01T00:00:00.000Z',
};

export function exported(name: ExportFormatName, records: readonly ArticleRecord[], about = ABOUT): string {
  const writer = exportWriter(EXPORT_FORMATS[name], about);
  return records.map((record) => writer.add(record)).join('') + writer.end();
}
