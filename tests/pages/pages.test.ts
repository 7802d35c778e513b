/** Golden pages: fictional pages in the shapes that real ones have, and what a careful reader would take from each. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../shared/core/article.ts';
import { NO_HINTS, NO_PROFILE } from '../../shared/core/document.ts';
import { explain } from '../../shared/core/explain.ts';
import { openDocument } from '../../shared/core/intake/open.ts';
import type { Article } from '../../shared/core/record.ts';

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
  /** Codes that must not be there. */
  readonly notQuality?: readonly string[];
  /** Words that stand on the page and not in its article. */
  readonly notInBody?: readonly string[];
  /** Words that stand in the article, between its first paragraph and its last. */
  readonly inBody?: readonly string[];
  /** Roles that parts of the article have. */
  readonly roles?: readonly string[];
  readonly publishedUtc?: string;
  readonly language?: string;
  readonly dateline?: string;
}

const cases = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

function articleOf(name: string): Article {
  return readingOf(name).article;
}

function readingOf(name: string) {
  const html = path.join(import.meta.dirname, name, 'source.html');
  const file = existsSync(html) ? html : path.join(import.meta.dirname, name, 'source.txt');
  const document = openDocument(readFileSync(file), { contentType: null, contentEncoding: null, name: file });
  return readDocument(document, NO_HINTS, NO_PROFILE);
}

describe('golden pages', () => {
  it('are there', () => {
    expect(cases.length).toBeGreaterThan(10);
  });
  it.each(cases)('%s is read as a careful reader would', (name) => {
    const expected: Expected = JSON.parse(readFileSync(path.join(import.meta.dirname, name, 'expected.json'), 'utf8'));
    const article = articleOf(name);
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
    ).toEqual({
      deck: expected.deck,
      byline: expected.byline,
      provider: expected.provider,
      captions: expected.captions,
      firstParagraph: expected.firstParagraph,
      lastParagraph: expected.lastParagraph,
    });
    checkFacts(article, expected);
    checkText(article.body, expected);
  });
});

describe('the explanation of a golden page', () => {
  it.each(cases)('%s gives a sentence for every line, field and code', (name) => {
    const { lines, fields, quality } = explain(readingOf(name));
    const reasons = [
      ...lines.flatMap(({ pieces }) => pieces.map(({ why }) => why)),
      ...fields.flatMap(({ why, lost }) => [why, ...lost.map((one) => one.why)]),
      ...quality.flatMap(({ meaning, why }) => [meaning, why ?? meaning]),
    ];
    expect(reasons.filter((why) => !/^[\p{Lu}\d].* .*[.”]$/u.test(why))).toEqual([]);
  });
});

/** What a case says besides, it says for a reason; what it leaves out may be anything. */
function checkFacts(article: Article, expected: Expected): void {
  const { headline, publishedRaw, publishedUtc, language, dateline, quality, notQuality = [] } = expected;
  if (headline !== null) expect(article.headline).toBe(headline);
  if (publishedRaw !== null) expect(article.published.raw).toBe(publishedRaw);
  if (publishedUtc !== undefined) expect(article.published.utc).toBe(publishedUtc);
  if (language !== undefined) expect(article.language.slice(0, 2)).toBe(language);
  if (dateline !== undefined) expect(article.dateline?.raw).toBe(dateline);
  expect(article.quality).toEqual(expect.arrayContaining([...quality]));
  expect(article.quality.filter((code) => notQuality.includes(code))).toEqual([]);
}

function checkText(body: Article['body'], expected: Expected): void {
  const { paragraphs, inBody = [], notInBody = [], roles = [] } = expected;
  if (paragraphs !== null) expect(body).toHaveLength(paragraphs);
  const text = body.map((part) => part.text).join('\n');
  for (const words of inBody) expect(text).toContain(words);
  for (const words of notInBody) expect(text).not.toContain(words);
  expect(body.map(({ role }) => role)).toEqual(expect.arrayContaining([...roles]));
}
