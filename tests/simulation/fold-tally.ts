/** The right answer for who carries a text. */
import type { ArticleRecord } from '../../shared/core/record.ts';

export type Carrier = ReturnType<typeof carrierOf>;

export function carrierOf(record: ArticleRecord, text: string) {
  const { id, publisher, sortDate } = record;
  const { utc } = record.published;
  const moment = utc === null ? null : { utc, latest: utc };
  const until = hiddenUntil(record);
  const hidden = until === null ? {} : { hiddenUntil: until };
  return { articleId: id, text, publisher: publisher?.name ?? null, moment, sortUtc: sortDate.utc, ...hidden };
}

/** `always`, or when an embargo ends, as it is written in UTC; null: everybody may see it. */
export function hiddenUntil({ status, embargoedUntil }: ArticleRecord): string | null {
  if (status !== 'usable') return 'always';
  return embargoedUntil === null ? null : new Date(embargoedUntil).toISOString();
}

/** Nothing where nobody is hidden. */
function hiddenOf(carriers: readonly Carrier[]) {
  const ends = carriers.flatMap((one) => ('hiddenUntil' in one ? [one.hiddenUntil] : []));
  const until = Map.groupBy(
    ends.filter((end) => end !== 'always'),
    (end) => end,
  );
  const always = ends.filter((end) => end === 'always').length;
  if (ends.length === 0) return {};
  return { hidden: { always, until: Object.fromEntries([...until].map(([end, own]) => [end, own.length])) } };
}

/** A text that nobody carries whom others may see now, is one of a story's hidden texts until the first of them may be seen. */
export function hiddenTextsOf(carriers: readonly Carrier[]) {
  const ends = carriers.flatMap((one) => ('hiddenUntil' in one ? [one.hiddenUntil] : []));
  if (ends.length < carriers.length) return {};
  const [first] = ends.filter((end) => end !== 'always').sort();
  return { hiddenTexts: first === undefined ? { always: 1, until: {} } : { always: 0, until: { [first]: 1 } } };
}

export function tallyOf(carriers: readonly Carrier[]) {
  const dated = carriers.flatMap(({ articleId, text, moment }) =>
    moment === null ? [] : [{ id: articleId, text, ...moment }],
  );
  const [first] = dated.sort((a, b) => (`${a.utc} ${a.id}` < `${b.utc} ${b.id}` ? -1 : 1));
  const inTime = [...carriers].sort((a, b) => (`${a.sortUtc} ${a.articleId}` < `${b.sortUtc} ${b.articleId}` ? -1 : 1));
  return { copies: carriers.length, ...hiddenOf(carriers), first: first ?? null, shown: inTime.slice(0, 12) };
}
