/** What is on the screen, in a format that others read. In: ids, a format. Out: a file. Promise: those articles and no others, in that order; nothing withheld leaves. */
import { exportOne, exportWriter } from '../../shared/core/exports/chunks.ts';
import { EXPORT_FORMATS, isExportFormat } from '../../shared/core/exports/formats.ts';
import { urnOf } from '../../shared/core/exports/uris.ts';
import { inChunks } from '../../shared/core/in-chunks.ts';
import type { ArticleRecord } from '../../shared/core/record.ts';
import { shortHash } from '../../shared/core/short-hash.ts';
import { STORE_LIMITS } from '../../shared/core/store-limits.ts';
import { conceal } from '../../shared/pipeline/conceal.ts';
import { findArticles, type QueryPorts } from '../../shared/pipeline/query.ts';
import { type Answer, nothing } from './answer.ts';
import { MOST_FOUND } from './phrase.ts';

export async function exported(format: string, names: string, at: string, query: QueryPorts): Promise<Answer> {
  const ids = names.split(',').filter((id) => /^art_[a-z0-9]{1,40}$/.test(id));
  if (!isExportFormat(format) || ids.length === 0 || ids.length > MOST_FOUND)
    return nothing(`Choose a format, and at least one article and at most ${MOST_FOUND}.`);
  const { mediaType, extension } = EXPORT_FORMATS[format];
  const records = await releasedOf(ids, at, query);
  const [only] = records.length === 1 ? records : [];
  const about = { title: 'Wirefold', uri: urnOf('list', only?.id ?? shortHash(ids.join('\n'))), at };
  const saveAs = `${only?.id ?? 'wirefold'}.${extension}`;
  if (only !== undefined) {
    const text = exportOne(only, EXPORT_FORMATS[format], about);
    return text === null
      ? nothing('It is withheld or under embargo.')
      : { status: 200, type: mediaType, body: text, saveAs };
  }
  const writer = exportWriter(EXPORT_FORMATS[format], about);
  const body = [...records.map((record) => writer.add(record)), writer.end()].join('');
  return { status: 200, type: mediaType, body, saveAs };
}

async function releasedOf(ids: readonly string[], at: string, query: QueryPorts): Promise<readonly ArticleRecord[]> {
  const found: ArticleRecord[] = [];
  for (const some of inChunks(ids, STORE_LIMITS.listItems))
    found.push(...(await conceal(await findArticles(some, query), at, query)));
  return found;
}
