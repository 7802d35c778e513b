/** What somebody looks for, as the address has it. In: parameters. Out: a filter. Promise: what cannot be meant is said in words. */
import { z } from 'zod';
import { type ArticleFilter, EVERYTHING } from '../../shared/core/article-filter.ts';
import { DATE_FILTERS } from '../../shared/core/tables/date-filters.ts';

/** Names of outlets and authors, phrases: nobody types more. */
const NAME_CHARS = 200;
const URL_CHARS = 2_048;

const given = (schema: z.ZodString) => schema.nullable();
const Day = z.iso.date('Days are written like 2026-01-02.');
const Asked = z.object({
  from: Day.nullable(),
  to: Day.nullable(),
  outlet: given(z.string().max(NAME_CHARS)),
  author: given(z.string().max(NAME_CHARS)),
  agency: given(z.string().max(NAME_CHARS)),
  url: z
    .url({ protocol: /^https?$/, error: 'An address begins with http:// or https://.' })
    .max(URL_CHARS)
    .nullable(),
  language: given(
    z.string().regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/, 'Languages are written like de or de-AT.'),
  ),
  dateStatus: z.enum(DATE_FILTERS, 'No such status of dates.').nullable(),
});

/** What is wrong with the question. */
export class QuestionError extends Error {
  override readonly name = 'QuestionError';
}

export function filterOf(parameters: URLSearchParams): ArticleFilter {
  const typed = Object.fromEntries(
    Object.keys(Asked.shape).map((name) => [name, parameters.get(name)?.trim() || null]),
  );
  const read = Asked.safeParse(typed);
  if (!read.success) throw new QuestionError(read.error.issues[0]?.message ?? 'That cannot be looked for.');
  const { from, to } = read.data;
  if (from !== null && to !== null && from > to) throw new QuestionError('The first day is after the last.');
  return { ...EVERYTHING, ...read.data };
}

/** A whole number from 1 on; null when there is none. */
export function numberOf(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}
