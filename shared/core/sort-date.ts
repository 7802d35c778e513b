/** The instant under which an article is filed. Own evidence only, always there, never changed by what others say. */
import { instantOf } from './moment.ts';
import type { ArticleRecord, Published } from './record.ts';

type SortDate = ArticleRecord['sortDate'];

/** Published, else its estimate, else when it was captured, else when S3 stored it; `basis` says which. */
export function sortDateOf(published: Published, capturedAt: string | null, storedAt: string): SortDate {
  const stated = fromStatement(published);
  if (stated !== null) return stated;
  const estimate = instantOf(published.estimate?.earliest ?? '');
  if (estimate !== null) return { utc: estimate, basis: 'estimate' };
  if (capturedAt !== null) return { utc: capturedAt, basis: 'captured' };
  return { utc: storedAt, basis: 'stored' };
}

/** A date that its own page disproves (in the future, wrong weekday) is no evidence. */
function fromStatement(published: Published): SortDate | null {
  if (published.status === 'disputed' || published.status === 'missing') return null;
  if (published.status === 'estimated') return asEstimate(published);
  const zoned = instantOf(published.utc ?? '');
  const assumed = published.status === 'stated-zone-assumed';
  if (zoned !== null) return { utc: zoned, basis: assumed ? 'published-zone-assumed' : 'published' };
  const local = instantOf(published.local ?? '') ?? instantOf(`${published.local ?? ''}-01`);
  return local === null ? null : { utc: local, basis: 'published-zone-assumed' };
}

function asEstimate(published: Published): SortDate | null {
  const utc = instantOf(published.estimate?.earliest ?? published.local ?? '');
  return utc === null ? null : { utc, basis: 'estimate' };
}
