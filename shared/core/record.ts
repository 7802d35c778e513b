/** The normalised record: the one schema from which types, validation and documentation come. Missing is null, never invented. */
import { z } from 'zod';
import { SCHEMA } from './migrations/schema.ts';
import { ADVISORY_KINDS } from './tables/advisories.ts';

/** ISO 8601 instant in UTC with `Z`. */
const instant = z.iso.datetime();
const text = z.string().min(1);

export const QUALITY_CODES = [
  'published-missing',
  'published-disputed',
  'zone-assumed',
  'body-repeated',
  'body-short',
  'body-truncated',
  'fused-text',
  'mojibake-repaired',
  'invisible-removed',
  'entities-decoded',
  'charset-guessed',
  'copy-of-earlier',
  'no-url',
  'publisher-inferred',
  'language-uncertain',
  'paywall-stub',
  'not-an-article',
  'live-blog',
  'gallery',
  'video-page',
  'section-front',
  'search-results',
  'error-page',
  'consent-wall',
  'login-wall',
  'headline-missing',
  'unbalanced-quotes',
  'embargo-unread',
] as const;

export const Identity = z.object({ kind: z.enum(['id', 'url', 'guid', 'key']), value: text });

export const Published = z.object({
  /** Null unless the offset is stated or a publisher profile gives it. */
  utc: instant.nullable(),
  /** Wall time as printed, ISO 8601; with offset when that is known. */
  local: text.nullable(),
  raw: text.nullable(),
  /** IANA zone, or an offset such as `+02:00`. */
  zone: text.nullable(),
  zoneBasis: z.enum(['stated', 'publisher', 'assumed', 'unknown']),
  precision: z.enum(['second', 'minute', 'day', 'month']).nullable(),
  status: z.enum(['stated', 'stated-zone-assumed', 'estimated', 'disputed', 'missing']),
  estimate: z.object({ earliest: text, latest: text, basis: text }).nullable(),
  contradicts: z.array(text),
});

/** Where a field came from: `where` is a line (`line 4`) or a place in the page, `rule` what decided. */
export const Evidence = z.object({ where: text, rule: text, raw: text.nullable() });

export const Media = z.object({
  kind: z.enum(['image', 'video', 'audio', 'unknown']),
  caption: text.nullable(),
  alt: text.nullable(),
  credit: text.nullable(),
  href: text.nullable(),
});

export const BodyPart = z.object({ text, role: z.enum(['p', 'h2', 'quote', 'list']) });

/** What an agency tells desks about this version of its copy. */
export const Advisory = z.object({ kind: z.enum(ADVISORY_KINDS), note: text });

/** What reading one document gives; it knows nothing of buckets, tables or other articles. */
export const Article = z.object({
  headline: text.nullable(),
  deck: text.nullable(),
  byline: text.nullable(),
  bylineRaw: text.nullable(),
  authors: z.array(z.object({ name: text, kind: z.enum(['person', 'org']) })),
  provider: z.object({ name: text, code: text }).nullable(),
  creditLine: text.nullable(),
  publisher: z.object({ name: text, domain: text.nullable() }).nullable(),
  dateline: z.object({ raw: text, places: z.array(text), agency: text.nullable(), date: text.nullable() }).nullable(),
  published: Published,
  modified: Published.nullable(),
  url: text.nullable(),
  canonicalUrl: text.nullable(),
  /** BCP 47; `und` when nothing can be said. */
  language: text,
  languageConfidence: z.number().min(0).max(1),
  section: text.nullable(),
  keywords: z.array(text),
  genre: text.nullable(),
  media: z.array(Media),
  body: z.array(BodyPart),
  /** What the page itself offers as its summary; never written by us. */
  summary: text.nullable(),
  wordCount: z.int().min(0),
  charCount: z.int().min(0),
  paragraphCount: z.int().min(0),
  rights: z.object({
    holder: text.nullable(),
    notice: text.nullable(),
    terms: text.nullable(),
    tdm: text.nullable(),
  }),
  /** Not there in records of extractors before 6. */
  advisory: Advisory.nullable().default(null),
  /** Where a note to desks says so; a record has the later of this and what its format states. */
  embargoedUntil: instant.nullish(),
  quality: z.array(z.enum(QUALITY_CODES)),
  /** Per field, what decided it. */
  evidence: z.record(z.string(), Evidence),
});

export const Source = z.object({
  bucket: text.nullable(),
  key: text.nullable(),
  /** The path as given, when the record comes from the command line. */
  path: text.nullable(),
  member: text.nullable(),
  versionId: text.nullable(),
  etag: text.nullable(),
  bytes: z.int().min(0),
  mediaType: text,
  charset: text,
  charsetBasis: z.enum(['bom', 'utf-8-valid', 'http', 'meta', 'detector', 'fallback']),
});

export const Fingerprint = z.object({
  /** SHA-256, hex, over the folded body paragraphs; see fingerprint.ts. */
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  version: z.int().min(1),
});

/** As the sender counts: of two versions the later one holds, whichever came first. */
export const ItemVersion = z.object({
  number: z.int().min(0).nullable(),
  createdAt: instant.nullable(),
  /** The same by a clock whose zone nobody states; null where the instant is known. */
  createdLocal: z.string().nullable().default(null),
});
export type ItemVersion = z.infer<typeof ItemVersion>;

export const ArticleRecord = Article.extend({
  id: z.string().regex(/^art_[0-9a-z]{26}$/),
  identity: Identity,
  /** Derived rank of this content among the article's contents, from 1. */
  version: z.int().min(1),
  status: z.enum(['usable', 'withheld', 'canceled']),
  /** The sender's short name for the coverage that it belongs to. Not there in records of extractors before 6, like the next. */
  slugline: text.nullable().default(null),
  /** The sender's identifier of the item that this one takes the place of. */
  replaces: text.nullable().default(null),
  /** Which version of its item this is, as the sender counts. Not there in records of extractors before 12. */
  itemVersion: ItemVersion.nullable().default(null),
  sortDate: z.object({
    utc: instant,
    basis: z.enum(['published', 'published-zone-assumed', 'estimate', 'captured', 'stored']),
  }),
  effectiveDate: z.object({
    utc: instant,
    basis: z.enum(['published', 'published-zone-assumed', 'estimate', 'captured', 'stored', 'earliest-copy']),
  }),
  capturedAt: instant.nullable(),
  /** When S3 recorded the change that brought the article, so that it does not depend on a worker's clock. */
  ingestedAt: instant,
  embargoedUntil: instant.nullable(),
  expires: instant.nullable(),
  fingerprint: Fingerprint,
  storyId: z.string().nullable(),
  eventId: z.string().nullable(),
  copyOf: z
    .object({
      id: z.string().nullable(),
      provider: z.string().nullable(),
      /** What this text is of the other. */
      relation: z.enum(['identical', 'abridged', 'extended', 'partial']),
      /** Share of this text's words that the other has, and of the other's words that this one has. */
      coverage: z.number().min(0).max(1),
      coverageOfOther: z.number().min(0).max(1),
      direction: z.enum(['stated', 'inferred', 'unknown']),
    })
    .nullable(),
  source: Source,
  extractor: z.object({ name: z.literal('wirefold'), version: z.int().min(1) }),
  schema: z.literal(SCHEMA),
});

export type QualityCode = (typeof QUALITY_CODES)[number];
export type Identity = z.infer<typeof Identity>;
export type Published = z.infer<typeof Published>;
export type Evidence = z.infer<typeof Evidence>;
export type Media = z.infer<typeof Media>;
export type Advisory = z.infer<typeof Advisory>;
export type BodyPart = z.infer<typeof BodyPart>;
export type Article = z.infer<typeof Article>;
export type Source = z.infer<typeof Source>;
export type ArticleRecord = z.infer<typeof ArticleRecord>;
