/** A line of the input of `wirefold group`. In: text. Out: an article, or in words what is wrong with the line. Promise: no line is read as what it is not. */
import { z } from 'zod';
import { articleParagraphs } from '../shared/core/copies/article-paragraphs.ts';

const InputArticle = z.object({
  id: z.union([z.string().min(1), z.number().transform(String)]),
  title: z.string().nullish(),
  text: z.string().nullish(),
  /** Instead of `text`. */
  paras: z.array(z.string()).nullish(),
  /** Seconds. */
  ts: z.number().nullish(),
  date: z.string().nullish(),
  url: z.string().nullish(),
  outlet: z.string().nullish(),
});

const EXPECTED: Readonly<Record<keyof z.infer<typeof InputArticle>, string>> = {
  id: 'a text or a number, and not empty',
  title: 'a text',
  text: 'a text',
  paras: 'a list of texts',
  ts: 'a number: seconds since 1970',
  date: 'a text, such as 2026-03-01T08:00Z',
  url: 'a text',
  outlet: 'a text',
};

export interface GroupableArticle {
  readonly id: string;
  readonly title: string | null;
  readonly paragraphs: readonly string[];
  /** ISO 8601 instant; null when none is given, or none that can be read. */
  readonly published: string | null;
}

export interface ReadLine {
  readonly article: GroupableArticle | null;
  /** What is wrong: without an article it is left out, with one only its date is. */
  readonly complaint: string | null;
}

const NO_ARTICLE = 'this is no article: one JSON object with an id, and a text or paras';

export function readGroupLine(line: string): ReadLine {
  const value = parsed(line);
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !('id' in value))
    return refused(NO_ARTICLE);
  if (!('text' in value) && !('paras' in value))
    return refused('this article has neither a text nor paras: give "text": "…", or "paras": ["…", "…"]');
  const read = InputArticle.safeParse(value);
  if (!read.success) return refused(mistakes(read.error));
  const { id, title, text, paras, ts, date } = read.data;
  const published = instantOf(ts ?? null, date ?? null);
  const isLost = published === null && ((ts ?? null) !== null || (date ?? '').trim() !== '');
  return {
    article: { id, title: title ?? null, paragraphs: articleParagraphs(paras ?? (text ?? '').split('\n')), published },
    complaint: isLost ? undated(ts ?? date) : null,
  };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

const refused = (complaint: string): ReadLine => ({ article: null, complaint });

function mistakes({ issues }: z.ZodError): string {
  const names = new Set(issues.map(({ path: [name] }) => String(name)));
  const told = Object.entries(EXPECTED).filter(([name]) => names.has(name));
  return told.map(([name, expected]) => `${name} must be ${expected}`).join('; ');
}

const SHOWN_CHARS = 40;

function undated(given: unknown): string {
  const shown = JSON.stringify(String(given).slice(0, SHOWN_CHARS));
  return `the date ${shown} cannot be read, so the article is grouped without one: give ISO 8601 (2026-03-01T08:00Z), or ts in seconds`;
}

function instantOf(ts: number | null, date: string | null): string | null {
  const at = new Date(ts === null ? Date.parse(date ?? '') : ts * 1000);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
