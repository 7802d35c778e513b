/** Records and refusals as rows of a list. */
import { objectName } from '../../shared/core/container-keys.ts';
import type { ArticleRecord } from '../../shared/core/record.ts';
import type { Row } from './shapes.ts';

export function storedRow({
  id,
  headline,
  publisher,
  published,
  sortDate,
  copyOf,
  version,
  source,
}: ArticleRecord): Row {
  const when = { at: published.utc ?? published.local ?? sortDate.utc, dateStatus: published.status };
  const names = { headline, publisher: publisher?.name ?? null, key: nameOf(source) };
  return { id, ...names, ...when, copy: copyOf?.relation ?? null, version, code: null, message: null };
}

export function otherRow(key: string, at: string, code: string | null, message: string | null): Row {
  const none = { id: null, headline: null, publisher: null, dateStatus: null, copy: null, version: null };
  return { ...none, key, at, code, message };
}

/** `incoming/a.zip#b.html`: as the command line takes it. */
function nameOf({ key, member }: ArticleRecord['source']): string {
  return key === null ? '' : objectName({ key, member });
}
