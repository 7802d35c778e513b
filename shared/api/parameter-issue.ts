/** What is wrong with a parameter, in words. In: what the check found. Out: a sentence that says what it must be. Promise: none of the library's own. */
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** By name, where a pattern decides. */
const FORMS: Readonly<Record<string, string>> = {
  month: 'It must be a month, such as 2026-01.',
  language: 'It must be the code of a language, such as de or de-AT.',
  url: 'It must be a web address that begins with http:// or https:// and has no blanks.',
  since: 'It must be a cursor, as the last answer gave it.',
  cursor: 'It must be a cursor, as the page before gave it.',
};

/** `isGiven`: whether it was sent at all. */
export function wordsFor(issue: Issue, name: string, isGiven: boolean): string {
  if (!isGiven) return 'It is missing, and needed here.';
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'string' ? 'It is empty.' : `It must be ${issue.minimum} or more.`;
    case 'too_big':
      return `It must ${issue.origin === 'string' ? `have ${issue.maximum} characters at most` : `be ${issue.maximum} or less`}.`;
    case 'invalid_value':
      return `It must be one of: ${issue.values.map(String).join(', ')}.`;
    case 'invalid_type':
      return 'It must be a whole number.';
    default:
      return FORMS[name] ?? 'It must be a day, such as 2026-01-31.';
  }
}
