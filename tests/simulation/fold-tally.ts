/** The right answer for who carries a text. */
import type { ArticleRecord } from '../../shared/core/record.ts';

export type Carrier = ReturnType<typeof carrierOf>;

export function carrierOf({ id, publisher, published: { utc }, sortDate }: ArticleRecord, text: string) {
  const moment = utc === null ? null : { utc, latest: utc };
  return { articleId: id, text, publisher: publisher?.name ?? null, moment, sortUtc: sortDate.utc };
}

export function tallyOf(carriers: readonly Carrier[]) {
  const dated = carriers.flatMap(({ articleId, text, moment }) =>
    moment === null ? [] : [{ id: articleId, text, ...moment }],
  );
  const [first] = dated.sort((a, b) => (`${a.utc} ${a.id}` < `${b.utc} ${b.id}` ? -1 : 1));
  const inTime = [...carriers].sort((a, b) => (`${a.sortUtc} ${a.articleId}` < `${b.sortUtc} ${b.articleId}` ? -1 : 1));
  return { copies: carriers.length, first: first ?? null, shown: inTime.slice(0, 12) };
}
