/** What stands above the text in the formats that people read. In: a record. Out: its lines in order, each on one line, no empty ones. */
import type { ArticleRecord } from '../record.ts';
import { oneLine } from './safe-text.ts';
import { statedLocal } from './stated-date.ts';
import { linkOf } from './uris.ts';

export interface Reading {
  readonly headline: string | null;
  readonly deck: string | null;
  /** Who wrote it, who published it, when: what is known of it. */
  readonly imprint: readonly string[];
  readonly link: string | null;
}

export function readingOf(record: ArticleRecord): Reading {
  const { headline, deck, byline, publisher, published } = record;
  const imprint = [byline, publisher?.name ?? null, statedLocal(published)];
  return {
    headline: line(headline),
    deck: line(deck),
    imprint: imprint.map(line).filter((part) => part !== null),
    link: linkOf(record),
  };
}

/** Null when nothing is left of it. */
export function line(text: string | null): string | null {
  const kept = text === null ? '' : oneLine(text);
  return kept === '' ? null : kept;
}
