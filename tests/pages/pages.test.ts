/** Golden pages: fictional pages in the shapes that real ones have, and what a careful reader would take from each. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../shared/core/article.ts';
import { NO_HINTS, NO_PROFILE } from '../../shared/core/document.ts';
import { openDocument } from '../../shared/core/intake/open.ts';


interface Expected {
  readonly headline: string | null;
  readonly deck: string | null;
  readonly byline: string | null;
  /** The date as printed; null where the page's metadata has it, or where there is none. */
  readonly publishedRaw: string | null;
  /** The agency's code. */
  readonly provider: string | null;
  readonly captions: readonly string[];
  /** Codes that must be there; others may be. */
  readonly quality: readonly string[];
  /** Null where headings count as paragraphs too. */
  readonly paragraphs: number | null;
  readonly firstParagraph: string | null;
  readonly lastParagraph: string | null;
}

const cases = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

function articleOf(name: string) {
  const html = path.join(import.meta.dirname, name, 'source.html');
  const file = existsSync(html) ? html : path.join(import.meta.dirname, name, 'source.txt');
  const document = openDocument(readFileSync(file), { contentType: null, contentEncoding: null, name: file });
  return readDocument(document, NO_HINTS, NO_PROFILE).article;
}

describe('golden pages', () => {
  it('are there', () => {
    expect(cases.length).toBeGreaterThan(10);
  });
  it.each(cases)('%s is read as a careful reader would', (name) => {
    const expected: Expected = JSON.parse(readFileSync(path.join(import.meta.dirname, name, 'expected.json'), 'utf8'));
    const article = articleOf(name);
    const { paragraphs, publishedRaw, headline, quality, ...rest } = expected;
    expect(
      {
        deck: article.deck,
        byline: article.byline,
        provider: article.provider?.code ?? null,
        captions: article.media.map(({ caption }) => caption).filter((caption) => caption !== null),
        firstParagraph: article.body[0]?.text ?? null,
        lastParagraph: article.body.at(-1)?.text ?? null,
      },
      name,
    ).toEqual(rest);
    if (headline !== null) expect(article.headline).toBe(headline);
    if (publishedRaw !== null) expect(article.published.raw).toBe(publishedRaw);
    if (paragraphs !== null) expect(article.body).toHaveLength(paragraphs);
    expect(article.quality).toEqual(expect.arrayContaining([...quality]));
  });
});
