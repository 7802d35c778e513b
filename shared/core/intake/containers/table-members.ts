/** Decoded text in, the rows of a table as members out; null when it is none. Throws `Rejection` for a table whose columns nobody names. */
import { LIMITS } from '../../limits.ts';
import { Rejection, type RejectionCode } from '../../rejection.ts';
import type { Decoded } from '../charset.ts';
import type { Mapping } from '../formats/mapping.ts';
import { readMapped, readToolJson } from '../formats/tool-json.ts';
import { isTable } from '../markup.ts';
import type { DocumentFacts } from '../open.ts';
import { statedDocument } from '../stated-document.ts';
import { unnamedTable } from '../unsupported.ts';
import { type CsvRow, csvRows } from './csv.ts';
import type { Flaw } from './csv-records.ts';
import type { Member, Members } from './member.ts';

const FLAWS: Readonly<Record<Flaw, readonly [RejectionCode, string]>> = {
  cut: ['document.truncated', 'The table ends inside of quotes in this row: upload the whole file.'],
  unclosed: [
    'document.damaged',
    'A quote in this row of the table is never closed: the row, and what stands behind it up to the next row in quotes, is not read. Close the quote, or write quotes inside of a cell twice.',
  ],
};

export function tableMembers(
  decoded: Decoded,
  head: string,
  { contentType, name, mapping = null }: DocumentFacts,
): Members | null {
  const rows = csvRows(decoded.text, LIMITS.containerMembers, mapping);
  if (rows !== null)
    return { format: 'a table (CSV)', members: rows.map((row, at) => rowMember(row, at + 1, decoded, mapping)) };
  const saysTable =
    /text\/csv|tab-separated/.test(contentType ?? '') || /\.(?:csv|tsv)(?:\.\w{2,4})?$/i.test(name.slice(-40));
  // A hint is no proof: a story that somebody named so is a story.
  if (isTable(head, saysTable)) throw unnamedTable();
  return null;
}

function rowMember({ cells, flaw }: CsvRow, number: number, decoded: Decoded, mapping: Mapping | null): Member {
  return {
    name: `row ${number}`,
    hints: {},
    open: () => {
      if (flaw !== null) throw new Rejection(...FLAWS[flaw]);
      const stated = readMapped(cells, mapping) ?? readToolJson(cells);
      if (stated === null) throw new Rejection('article.no-text', 'This row of the table has no title or no text.');
      const row = { ...stated, name: 'a row of a table', mediaType: 'text/csv' };
      return statedDocument(row, decoded, Buffer.byteLength(cells['text'] ?? ''));
    },
  };
}
