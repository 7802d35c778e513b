/**
 * A reader for tests of the pipeline: fast, and simple enough to predict. First line: headline; a line `published: INSTANT` or `published: DAY`,
 * `url: …`, `publisher: …`, `author: …; …`, `agency: …` or `language: …` is that field; every other line is a paragraph; no paragraph
 * is `article.no-text`.
 */
import type { Article, Published } from '../core/record.ts';
import { Rejection } from '../core/rejection.ts';
import type { Reader } from '../pipeline/ports.ts';
import { aDate, anArticle, UNDATED } from './builders.ts';

const FIELDS = ['published', 'url', 'publisher', 'author', 'agency', 'language'] as const;

export function readLines(text: string): Article {
  const [headline = '', ...lines] = text.split('\n').filter((line) => line !== '');
  const fields = new Map(FIELDS.map((name) => [name, fieldOf(lines, name)]));
  const isField = (line: string) => FIELDS.some((name) => line.startsWith(`${name}: `));
  const body = lines.filter((line) => !isField(line)).map((line) => ({ text: line, role: 'p' as const }));
  if (body.length === 0) throw new Rejection('article.no-text', 'The document holds no paragraph.');
  const [published, publisher] = [fields.get('published') ?? null, fields.get('publisher') ?? null];
  const authors = fields.get('author')?.split('; ') ?? [];
  const agency = fields.get('agency') ?? null;
  return anArticle({
    headline,
    body,
    url: fields.get('url') ?? null,
    published: published === null ? UNDATED : dateOf(published),
    publisher: publisher === null ? null : { name: publisher, domain: null },
    authors: authors.map((name) => ({ name, kind: 'person' })),
    provider: agency === null ? null : { name: agency, code: agency },
    language: fields.get('language') ?? 'en',
  });
}

/** `2026-03-04` is a day whose hour nobody knows. */
function dateOf(published: string): Published {
  const isDay = !published.includes('T');
  return isDay ? aDate(published, { utc: null, zone: null, zoneBasis: 'unknown', precision: 'day' }) : aDate(published);
}

function fieldOf(lines: readonly string[], name: string): string | null {
  const line = lines.find((candidate) => candidate.startsWith(`${name}: `));
  return line === undefined ? null : line.slice(name.length + 2);
}

export const lineReader: Reader = { read: async (document) => readLines(document.text) };
