/** What stands beside a text in the same file in, its offers for fields out, as a page's own metadata are. */
import type { Candidate, Page } from './block.ts';
import type { RawDocument } from './document.ts';

export function besideText({
  beside,
}: Pick<RawDocument, 'beside'>): Required<Pick<Page, 'candidates' | 'attachments'>> {
  const candidates = (beside?.fields ?? []).map(
    ({ field, value, where }): Candidate => ({ field, value, where, source: 'meta' }),
  );
  return { candidates, attachments: beside?.attachments ?? [] };
}
