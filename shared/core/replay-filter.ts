/** Which rows are to be read again. In: a row and what the user asks for. Out: whether it is meant. Promise: all that is asked must hold. */
import type { ObjectRow } from './object-row.ts';

export interface ReplayFilter {
  /** Name or domain of the publisher; null: any. A refused file has none. */
  readonly outlet: string | null;
  /** The object changed then or later, ISO 8601 instant. */
  readonly since: string | null;
  /** Read by an older extractor than this. */
  readonly extractorBelow: number | null;
}

export function isWanted(row: ObjectRow, { outlet, since, extractorBelow }: ReplayFilter): boolean {
  if (since !== null && row.changedAt < since) return false;
  if (extractorBelow !== null && row.extractor >= extractorBelow) return false;
  return outlet === null || (row.state === 'stored' && isOutlet(row.publisher, row.domain, outlet));
}

function isOutlet(publisher: string | null, domain: string | null, outlet: string): boolean {
  const asked = plain(outlet);
  if (publisher !== null && plain(publisher) === asked) return true;
  const host = withoutWww(domain ?? '');
  const askedHost = withoutWww(asked);
  return host !== '' && (host === askedHost || host.endsWith(`.${askedHost}`));
}

const withoutWww = (host: string) => host.toLowerCase().replace(/^www\./, '');

/** Case and accents are no difference to whoever types a name. */
function plain(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
