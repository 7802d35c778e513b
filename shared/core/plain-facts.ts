/**
 * The readable part of a record: what rows and heads show to people and to queries, and all that grouping needs. In: a record.
 * Out: a small map. Promise: under 5 KB whatever the page held; the record itself keeps every character.
 */
import { z } from 'zod';
import { packPrint } from './copies/packed-print.ts';
import { textPrint } from './copies/text-print.ts';
import { digestOf } from './digest.ts';
import { type EventPrint, eventPrint } from './event/event-print.ts';
import { packPrint as packAbout } from './event/packed-print.ts';
import { otherAddresses } from './identity.ts';
import type { Attributes } from './item.ts';
import { ArticleRecord, Identity, ItemVersion, Published } from './record.ts';
import { shortHash } from './short-hash.ts';
import { STORE_LIMITS } from './store-limits.ts';
import { isAlone } from './text-id.ts';

const PublishedFacts = Published.pick({ utc: true, local: true, raw: true, precision: true, status: true });

export const PlainFacts = z.object({
  articleId: z.string(),
  identity: Identity,
  headline: z.string().nullable(),
  publisher: z.string().nullable(),
  domain: z.string().nullable(),
  /** Code of the agency whose copy it is. */
  provider: z.string().nullable(),
  published: PublishedFacts,
  sortDate: ArticleRecord.shape.sortDate,
  capturedAt: z.string().nullable(),
  /** The first few of them, for lists; rows from before there were lists have none. */
  authors: z.array(z.string()).default([]),
  /** Hashes of web addresses by which the article can be found, beside its identity. */
  addresses: z.array(z.string()).default([]),
  language: z.string(),
  wordCount: z.number(),
  quality: z.array(z.string()),
  status: ArticleRecord.shape.status,
  /** Null: none. Rows from before it was kept here have none. */
  embargoedUntil: z.string().nullable().default(null),
  /** As the sender counts; null: it does not. Rows from before it was kept here have none. */
  itemVersion: ItemVersion.nullable().default(null),
  contentHash: z.string(),
  /** Names the content of the whole record; empty where it was read before there was one. */
  digest: z.string().default(''),
  /** By which copies of the text are found, see copies/packed-print.ts; that of no words for a text of its own. */
  print: z.instanceof(Uint8Array),
  /** By which stories about the same happening are found; null for what tells of none. */
  about: z.instanceof(Uint8Array),
});

export type PlainFacts = z.infer<typeof PlainFacts>;

export function plainFacts(record: ArticleRecord): PlainFacts {
  const { utc, local, raw, precision, status } = record.published;
  return {
    articleId: record.id,
    identity: { kind: record.identity.kind, value: cut(record.identity.value, STORE_LIMITS.urlChars) ?? '' },
    headline: cut(record.headline),
    publisher: cut(record.publisher?.name ?? null),
    domain: cut(record.publisher?.domain ?? null),
    provider: cut(record.provider?.code ?? null),
    published: { utc, local, raw: cut(raw), precision, status },
    sortDate: record.sortDate,
    capturedAt: record.capturedAt,
    authors: authorsOf(record),
    addresses: otherAddresses(record).map(shortHash),
    language: record.language,
    wordCount: record.wordCount,
    quality: [...record.quality],
    status: record.status,
    embargoedUntil: record.embargoedUntil,
    itemVersion: record.itemVersion,
    contentHash: record.fingerprint.contentHash,
    digest: digestOf(record),
    print: packPrint(textPrint(isAlone(record) ? [] : record.body.map((part) => part.text))),
    about: packAbout(aboutOf(record)),
  };
}

/** Dates come from the story, when one is known to be first; see event/eventing.ts. */
function aboutOf({ headline, body, language }: ArticleRecord): EventPrint {
  return eventPrint({ headline, paragraphs: body.map((part) => part.text), language, published: null });
}

/** As many as a list has room for, each once. */
function authorsOf({ authors }: ArticleRecord): string[] {
  const names = authors.map(({ name }) => cut(name, STORE_LIMITS.authorChars) ?? '');
  return [...new Set(names)].slice(0, STORE_LIMITS.listedAuthors);
}

/** Attributes are what zod's types are, minus `undefined`. */
export function plainAttributes(facts: PlainFacts): Attributes {
  return { ...facts };
}

/** Cut on a character, never inside a surrogate pair: half a character is no valid text to a table. */
function cut(text: string | null, chars: number = STORE_LIMITS.plainChars): string | null {
  if (text === null || text.length <= chars) return text;
  return text.slice(0, chars).replace(/[\ud800-\udbff]$/, '');
}
