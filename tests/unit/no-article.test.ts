/** What holds letters but nothing that reads as headline or paragraph is refused, not stored as an empty article. */
import { describe, expect, it } from 'vitest';
import { NO_HINTS, NO_PROFILE, type RawDocument } from '../../shared/core/document.ts';
import { readScrape } from '../../shared/core/read-scrape.ts';
import { Rejection } from '../../shared/core/rejection.ts';

function aText(text: string): RawDocument {
  const bytes = text.length;
  return { format: 'text', text, mediaType: 'text/plain', charset: 'utf-8', charsetBasis: 'utf-8-valid', bytes };
}

function codeOf(text: string): string {
  try {
    readScrape(aText(text), NO_HINTS, NO_PROFILE);
  } catch (error) {
    if (error instanceof Rejection) return error.code;
    throw error;
  }
  return 'stored';
}

describe('a text without an article', () => {
  it.each([
    ['one letter, 5,000 times', 'D'.repeat(5_000)],
    ['rows of dashes', '-----\n'.repeat(40)],
  ])('of %s is refused as article.no-text', (_, text) => {
    expect(codeOf(text)).toBe('article.no-text');
  });

  it('is told from a very short article', () => {
    const short =
      'Harbour bridge to close\n\nThe harbour bridge closes on Monday for repairs until spring, the city said.\n';
    expect(codeOf(short)).toBe('stored');
  });
});
