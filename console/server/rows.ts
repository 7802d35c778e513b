/** Records and refusals as rows of a list. */
import { objectName } from '../../shared/core/container-keys.ts';
import type { ArticleRecord } from '../../shared/core/record.ts';
import { heldBack } from '../../shared/core/released.ts';
import type { Row } from './shapes.ts';

/** `at`: now; an embargo ends. */
export function storedRow(record: ArticleRecord, at: string): Row {
  const { id, headline, publisher, published, sortDate, copyOf, version, source } = record;
  const when = { at: published.utc ?? published.local ?? sortDate.utc, dateStatus: published.status };
  const names = { headline, publisher: publisher?.name ?? null, key: nameOf(source), language: languageOf(record) };
  const copy = copyOf?.relation ?? null;
  return { id, ...names, ...when, copy, version, held: heldBack(record, at), code: null, message: null };
}

/** Null where nobody knows. */
export function languageOf({ language }: Pick<ArticleRecord, 'language'>): string | null {
  return language === 'und' ? null : language;
}

export function otherRow(key: string, at: string, code: string | null, message: string | null): Row {
  const none = { id: null, headline: null, publisher: null, dateStatus: null, copy: null, version: null };
  const unknown = { language: null, held: null };
  return { ...none, ...unknown, key, at, code, message };
}

/** `incoming/a.zip#b.html`: as the command line takes it. */
function nameOf({ key, member }: ArticleRecord['source']): string {
  return key === null ? '' : objectName({ key, member });
}
