/** JSON Lines: the record as it is, one on a line. The only format here that leaves nothing out. */
import { safeJson } from '../safe-json.ts';
import type { ExportFormat } from './format.ts';

export const JSON_LINES: ExportFormat = {
  mediaType: 'application/jsonl',
  extension: 'jsonl',
  begin: () => '',
  item: (record) => `${safeJson(record)}\n`,
  between: '',
  end: '',
};
