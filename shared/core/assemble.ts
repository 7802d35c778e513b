/**
 * An article and where it came from in, the record out. Promise: a record that the schema accepts; what is derived from other
 * articles (version, story, effective date, copies) stands at its starting value until it is joined on read.
 */
import type { ObjectRef } from './change.ts';
import type { Hints, RawDocument } from './document.ts';
import { EXTRACTOR } from './extractor.ts';
import { contentHash } from './fingerprint.ts';
import { articleIdOf, identify } from './identity.ts';
import { nameWithin } from './intake/formats/guid.ts';
import { type Handling, NO_HANDLING } from './intake/formats/stated.ts';
import { SCHEMA } from './migrations/schema.ts';
import { instantOf } from './moment.ts';
import { type Article, ArticleRecord, type QualityCode } from './record.ts';
import { sortDateOf } from './sort-date.ts';

export interface SourceFacts extends Pick<ObjectRef, 'key' | 'member'> {
  /** Null from the command line. */
  readonly bucket: string | null;
  /** The path as given on the command line, else null. Then `key` is that path too, as the last resort of identity. */
  readonly path: string | null;
  readonly versionId: string | null;
  readonly etag: string | null;
  /** When the store was told of it, ISO 8601 instant. */
  readonly ingestedAt: string;
  /** When S3 (or the file system) last wrote it, ISO 8601 instant. */
  readonly storedAt: string;
  /** By default that of this code. */
  readonly extractorVersion?: number | undefined;
  readonly document: Pick<
    RawDocument,
    'bytes' | 'mediaType' | 'charset' | 'charsetBasis' | 'stated' | 'isCut' | 'isRecord' | 'file'
  >;
}

/** Grows when the folding behind `contentHash` changes. */
const FINGERPRINT_VERSION = 1;

export function assembleRecord(article: Article, hints: Hints, facts: SourceFacts): ArticleRecord {
  const identity = identify({ ...hints, guid: hints.guid ?? ownGuid(hints, facts) }, article, facts);
  const storedAt = instant(facts.storedAt);
  const sortDate = sortDateOf(article.published, hints.capturedAt, storedAt);
  const url = article.url ?? hints.url;
  return ArticleRecord.parse({
    ...article,
    url,
    quality: qualityOf(article, url, facts),
    id: articleIdOf(identity),
    identity,
    version: 1,
    ...handlingOf(article, facts),
    sortDate,
    effectiveDate: sortDate,
    capturedAt: hints.capturedAt,
    ingestedAt: instant(facts.ingestedAt),
    fingerprint: { contentHash: contentHash(article.body.map((part) => part.text)), version: FINGERPRINT_VERSION },
    storyId: null,
    eventId: null,
    copyOf: null,
    source: sourceOf(facts),
    extractor: { ...EXTRACTOR, version: facts.extractorVersion ?? EXTRACTOR.version },
    schema: SCHEMA,
  } satisfies ArticleRecord);
}

/** Of a name that is its sender's own, and nothing in the document says whose: its uploader's word counts, else the file in which it stands. */
function ownGuid(hints: Hints, { key, member, document }: SourceFacts): string | null {
  const name = document.stated?.hints.ownName;
  if (name === undefined) return null;
  const inside = document.isRecord === true ? (document.file ?? null) : member;
  const file = inside === null ? key : `${key}#${inside}`;
  return nameWithin(name, hints.publisher ?? file);
}

/** A story that its agency takes back is held back, even where only a line of the text says so: then whoever reads it decides. */
function handlingOf({ advisory, embargoedUntil = null }: Article, { document }: SourceFacts): Handling {
  const handling = document.stated?.handling ?? NO_HANDLING;
  const stated = { ...handling, embargoedUntil: later(handling.embargoedUntil, embargoedUntil) };
  const isKilled = stated.status === 'usable' && advisory?.kind === 'kill';
  return isKilled ? { ...stated, status: 'withheld' } : stated;
}

/** A format and a note that say different things: the careful one counts. */
function later(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return Date.parse(other) > Date.parse(one) ? other : one;
}

/** What only the surroundings of the page can say; each code once. */
function qualityOf(
  article: Article,
  url: string | null,
  facts: SourceFacts,
): readonly QualityCode[] & Article['quality'] {
  const codes = new Set<QualityCode>(article.quality);
  const { charsetBasis, isCut = false, stated } = facts.document;
  if (isCut || stated?.isCut === true) codes.add('body-truncated');
  if (charsetBasis === 'detector' || charsetBasis === 'fallback') codes.add('charset-guessed');
  // A file from disk has no address by nature; only what a crawler stored should have had one.
  if (url === null && article.canonicalUrl === null && facts.path === null) codes.add('no-url');
  return [...codes];
}

function sourceOf(facts: SourceFacts): ArticleRecord['source'] {
  const { bucket, path, member, versionId, etag, document } = facts;
  const { bytes, mediaType, charset, charsetBasis } = document;
  const key = path === null ? facts.key : null;
  return { bucket, key, path, member, versionId, etag, bytes, mediaType, charset, charsetBasis };
}

function instant(text: string): string {
  const utc = instantOf(text) ?? text;
  return new Date(utc).toISOString();
}
