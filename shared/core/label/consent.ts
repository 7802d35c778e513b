/**
 * Consent to cookies: what a wall or a bar says about them is no article, however much it reads like paragraphs.
 * Promise: a text that is longer than any wall, or says more than a wall does, is left alone.
 */
import { mayBegin } from '../read/gate.ts';
import { CONSENT_PHRASES } from '../tables/page-words.ts';
import type { Draft } from './draft.ts';
import { foldInside } from './fold.ts';
import { gated, phraseIndex, phrasesAt } from './phrase-index.ts';

export interface ConsentWords {
  /** Distinct phrases found. */
  readonly distinct: number;
  /** Share of the words that stand in paragraphs with such a phrase. */
  readonly share: number;
  /** The first paragraph with one. */
  readonly first: string | null;
}

const PHRASES = gated(phraseIndex(CONSENT_PHRASES.map((phrase) => ({ phrase: foldInside(phrase) }))));
/** Buttons and menu entries are counted for their phrases, not for their words. */
const PARAGRAPH_WORDS = 8;
/** No wall says more. */
const MOST_CHARS = 8_000;
const WALL = { distinct: 3, share: 0.6, words: 500 } as const;

export function consentWords(texts: readonly string[]): ConsentWords {
  const found = new Set<string>();
  let [words, consenting, chars] = [0, 0, 0];
  let first: string | null = null;
  for (const text of texts) {
    chars += text.length;
    if (chars > MOST_CHARS) break;
    const hits = phrasesIn(foldInside(text));
    for (const { phrase } of hits) found.add(phrase);
    const count = blanksIn(text) + 1;
    if (count < PARAGRAPH_WORDS) continue;
    words += count;
    if (hits.length === 0) continue;
    consenting += count;
    first ??= text;
  }
  return { distinct: found.size, share: words === 0 ? 0 : consenting / words, first };
}

function blanksIn(text: string): number {
  let blanks = 0;
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) === BLANK) blanks += 1;
  return blanks;
}

const BLANK = 0x20;

/** Anywhere, inside words too. */
function phrasesIn(folded: string): readonly { readonly phrase: string }[] {
  const hits: { readonly phrase: string }[] = [];
  for (let at = 0; at < folded.length; at += 1) {
    if (!mayBegin(PHRASES.gate, folded, at)) continue;
    for (const hit of phrasesAt(PHRASES, folded, at)) hits.push(hit);
  }
  return hits;
}

export function labelConsent(draft: Draft): void {
  const body = draft.lines.filter(({ index }) => draft.isBody(index));
  const words = body.reduce((sum, line) => sum + line.words, 0);
  if (body.length === 0 || words > WALL.words) return;
  const { distinct, share } = consentWords(body.map(({ text }) => text));
  if (distinct < WALL.distinct || share < WALL.share) return;
  for (const { index } of body) draft.put(index, 'ui.notification', 'wall.consent');
}
