/** What ninjs 3.1 allows of the keys that we use, in words of our own: an unknown key or a value of another kind fails. */
import { z } from 'zod';

/** RFC 3986, as validators of JSON Schema check it. */
const uri = z.string().regex(/^[a-z][a-z0-9+.-]*:(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/);
const dateTime = z.iso.datetime({ offset: true });
const text = z.string();
const roled = z.strictObject({ role: text, value: text });
const rendition = z.strictObject({ name: text, href: uri, contentType: text.optional() });
const association = z.strictObject({
  name: text,
  rel: text,
  uri,
  type: z.enum(['text', 'picture', 'video', 'audio', 'component']),
  by: text.optional(),
  descriptions: z.array(roled).optional(),
  renditions: z.array(rendition).optional(),
});

export const NinjsShape = z.strictObject({
  standard: z.strictObject({ name: z.literal('ninjs'), version: z.literal('3.1'), schema: uri }),
  uri,
  type: z.literal('text'),
  representationType: z.enum(['full', 'partial']),
  version: text,
  pubStatus: z.enum(['usable', 'withheld', 'canceled']),
  firstCreated: dateTime.optional(),
  versionCreated: dateTime.optional(),
  embargoedUntil: dateTime.optional(),
  expires: dateTime.optional(),
  language: text.optional(),
  headlines: z.array(roled).optional(),
  descriptions: z.array(roled).optional(),
  bodies: z
    .array(z.strictObject({ role: text, contentType: text, wordCount: z.int(), charCount: z.int(), value: text }))
    .optional(),
  by: text.optional(),
  people: z.array(z.strictObject({ name: text, rel: text })).optional(),
  organisations: z.array(z.strictObject({ name: text, rel: text })).optional(),
  located: text.optional(),
  infoSources: z.array(z.strictObject({ name: text, role: text, literal: text.optional() })).optional(),
  copyrightHolder: text.optional(),
  copyrightNotice: text.optional(),
  usageTerms: text.optional(),
  edNote: text.optional(),
  slugline: text.optional(),
  subjects: z.array(z.strictObject({ name: text, rel: text })).optional(),
  genres: z.array(z.strictObject({ name: text })).optional(),
  altIds: z.array(roled).optional(),
  events: z.array(z.strictObject({ id: text, uri })).optional(),
  renditions: z.array(rendition).optional(),
  associations: z.array(association).optional(),
});
