/**
 * The profile of an outlet as a file holds it: JSON in, a profile out. Promise: a misspelt name or an unknown zone or agency is an
 * error in plain words, never a profile that silently does nothing.
 */
import { z } from 'zod';
import type { OutletProfile } from './document.ts';
import { AGENCIES } from './tables/agencies.ts';

/** Lines of one outlet; more are another outlet's, or a mistake. */
const MOST_LINES = 2_000;

export const OutletProfileFile = z.strictObject({
  zone: z.string().refine(isZone, 'it is the name of a time zone, such as Europe/London').nullable().default(null),
  publisher: z.string().min(1).nullable().default(null),
  agencies: z
    .array(
      z
        .string()
        .refine(
          (code) => AGENCIES.some((agency) => agency.code === code.toUpperCase()),
          'it is the code of an agency, such as AP or DPA',
        ),
    )
    .default([]),
  boilerplate: z.array(z.string().min(1)).max(MOST_LINES).default([]),
}) satisfies z.ZodType<OutletProfile>;

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '' && name.includes('/');
  } catch {
    return name === 'UTC';
  }
}
