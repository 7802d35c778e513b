/** What may be asked. In: a query as sent. Out: checked values. Promise: what is unknown, wrong or given twice is refused by its name. */
import { z } from 'zod';
import { STORE_LIMITS } from '../core/store-limits.ts';
import { DATE_FILTERS } from '../core/tables/date-filters.ts';
import { wordsFor } from './parameter-issue.ts';
import { Problem } from './problem.ts';

const NAME_CHARS = 200;
const name = (description: string) => z.string().min(1).max(NAME_CHARS).meta({ description });
const day = (description: string) => z.iso.date().meta({ description });
const MONTH = /^[0-9]{4}-(?:0[1-9]|1[0-2])$/;
const LANGUAGE = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}$/;
const URL_START = /^https?:\/\/[^\s]{1,2040}$/;
const CURSOR = /^[A-Za-z0-9_-]+$/;

const url = z.string().regex(URL_START).meta({ description: 'A web address; its tracking parameters do not matter.' });
const cursor = z
  .string()
  .regex(CURSOR)
  .max(STORE_LIMITS.cursorChars)
  .meta({ description: 'Where the page before ended, as it said.' });
const limit = (most: number, usual: number) =>
  z.int().min(1).max(most).default(usual).meta({ description: 'How many at most.' });

const FORMAT = z.enum(['json', 'feed']).meta({ description: 'Overrules the Accept header.' });
const format = FORMAT.optional();
const jsonOnly = z.enum(['json']).meta({ description: 'Overrules the Accept header.' }).optional();

const DAYS = {
  day: day('Of this day, in UTC; instead of a month, or of first and last day.').optional(),
  month: z.string().regex(MONTH).meta({ description: 'Of this month: `2026-01`.' }).optional(),
  from: day('Of this day and later.').optional(),
  to: day('Of this day and earlier.').optional(),
};

const LIST_LIMIT = 20;
const paged = { limit: limit(STORE_LIMITS.listItems, LIST_LIMIT), cursor: cursor.optional() };

export const NO_PARAMETERS = z.strictObject({ format: jsonOnly });
export const PAGE_PARAMETERS = z.strictObject({ ...paged, format: jsonOnly });

export const ARTICLES_PARAMETERS = z.strictObject({
  ...DAYS,
  outlet: name('Of this outlet: its name or host name, in any case.').optional(),
  author: name('Of this author.').optional(),
  agency: name('Of this news agency: its code or name.').optional(),
  url: url.optional(),
  language: z.string().regex(LANGUAGE).meta({ description: 'In this language: `de` also finds `de-AT`.' }).optional(),
  'date-status': z
    .enum(DATE_FILTERS)
    .meta({ description: 'By what is known of the date; `doubtful` is every status but `stated`.' })
    .optional(),
  ...paged,
  format,
});

export const BY_URL_PARAMETERS = z.strictObject({ url, format: jsonOnly });

export const OBJECTS_PARAMETERS = z.strictObject({
  state: z.enum(['rejected', 'removed']).meta({ description: 'What became of the files.' }),
  ...DAYS,
  ...paged,
  format: jsonOnly,
});

export const STORIES_PARAMETERS = z.strictObject({
  day: day('The day, in UTC, of the earliest article.'),
  ...paged,
  format: jsonOnly,
});

export const CHANGES_PARAMETERS = z.strictObject({
  since: cursor.meta({ description: 'What the last answer called `cursor`; everything if not given.' }).optional(),
  limit: limit(STORE_LIMITS.listItems, STORE_LIMITS.listItems),
  format: jsonOnly,
});

export type Parameters = z.ZodObject;

/** Numbers are sent as text; what is no number stays text, and is refused as such. */
const NUMBER = /^\d{1,9}$/;

export function readParameters<P extends Parameters>(schema: P, query: string): z.infer<P> {
  const given = new URLSearchParams(query);
  const names = [...given.keys()];
  for (const one of names) {
    if (!Object.hasOwn(schema.shape, one)) throw new Problem('unknown-parameter', unknown(one, schema));
    if (given.getAll(one).length > 1) throw new Problem('invalid-parameter', `${shown(one)} may be given once.`);
  }
  const values = [...given].map(([one, text]) => [one, one === 'limit' && NUMBER.test(text) ? Number(text) : text]);
  const checked = schema.safeParse(Object.fromEntries(values));
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  const wrong = String(issue?.path[0] ?? '');
  const words = issue === undefined ? 'It is wrong.' : wordsFor(issue, wrong, given.has(wrong));
  throw new Problem('invalid-parameter', `${shown(wrong)}: ${words}`);
}

function unknown(one: string, schema: Parameters): string {
  return `${shown(one)} is not known here. What is: ${Object.keys(schema.shape).join(', ')}.`;
}

/** What strangers send is not sent back at length. */
const SHOWN_CHARS = 40;

function shown(one: string): string {
  return JSON.stringify(one.slice(0, SHOWN_CHARS));
}
