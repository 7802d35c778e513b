/**
 * Consent notices: what a page says of its cookies and of the reader's choice, often longer than a short article.
 * Promise: only the standard sentences of such notices, and what stands between two of them.
 */
import { CONSENT_NOTICES } from '../tables/consent-notices.ts';
import type { Draft } from './draft.ts';
import { gated, phraseIndex, phrasesAt } from './phrase-index.ts';

const SENTENCES = gated(
  phraseIndex(Object.values(CONSENT_NOTICES).flatMap((sentences) => sentences.map((phrase) => ({ phrase })))),
);
/** Lines between two sentences of one notice. */
const MOST_BETWEEN = 5;

export function labelConsentNotices(draft: Draft): void {
  let last = -1;
  for (const { index, folded } of draft.lines) {
    const [found] = phrasesAt(SENTENCES, folded, 0);
    if (found === undefined) continue;
    draft.put(index, 'ui.notification', 'consent.sentence', found.phrase);
    if (last !== -1 && index - last - 1 <= MOST_BETWEEN)
      for (let at = last + 1; at < index; at += 1) draft.put(at, 'ui.notification', 'consent.between');
    last = index;
  }
}
