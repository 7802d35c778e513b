/** Which way a text went between two stored articles. In: what each says of itself, as a record or a head. Out: facts to compare. */
import type { CopyFacts } from './copies/direction.ts';
import type { LiveHead } from './head.ts';
import { type Moment, trustedMoment } from './moment.ts';
import { agencyOf } from './read/agencies.ts';
import type { ArticleRecord } from './record.ts';
import type { First } from './tally.ts';

export function recordFacts({ id, publisher, provider, published, effectiveDate }: ArticleRecord): CopyFacts {
  // A date that only an older copy contradicts was trusted before, and is later than that copy all the same.
  const isOutdone = published.status === 'disputed' && effectiveDate.basis === 'earliest-copy';
  const moment = trustedMoment(isOutdone ? { ...published, status: 'stated' } : published);
  return { id, publisher: publisher?.name ?? null, provider: provider?.name ?? null, moment };
}

/** A head keeps the agency's code. `moment`: null when no date can be trusted. */
export function headFacts(id: string, head: LiveHead | null, moment: Moment | null): CopyFacts {
  const code = head?.provider ?? null;
  return {
    id,
    publisher: head?.publisher ?? null,
    provider: code === null ? null : (agencyOf(code)?.name ?? code),
    moment,
  };
}

export function firstFacts({ id, utc, latest }: First, head: LiveHead | null): CopyFacts {
  return headFacts(id, head, { utc, latest });
}
