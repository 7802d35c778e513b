/** What the readers of these worlds make of bytes, and of the members of containers. In: deliveries. Out: readings, found without the pipeline. */
import { assembleRecord } from '../../shared/core/assemble.ts';
import type { ObjectChange } from '../../shared/core/change.ts';
import { packPrint } from '../../shared/core/copies/packed-print.ts';
import { textPrint } from '../../shared/core/copies/text-print.ts';
import { type Hints, hintsFor, NO_HINTS } from '../../shared/core/document.ts';
import { openDocument } from '../../shared/core/intake/open.ts';
import { readHints } from '../../shared/core/metadata-hints.ts';
import type { ArticleRecord } from '../../shared/core/record.ts';
import { Rejection } from '../../shared/core/rejection.ts';
import { shortHash } from '../../shared/core/short-hash.ts';
import { readSidecar } from '../../shared/core/sidecar.ts';
import { readLines } from '../../shared/testing/line-reader.ts';
import type { Delivery, HeldMember } from './deliveries.ts';
import { linesIn, NEXT_VERSION, readAnew } from './next-reader.ts';

type Plain = Record<string, unknown>;
type Place = Pick<ObjectChange, 'bucket' | 'key' | 'member' | 'versionId' | 'at'>;
type Object = NonNullable<Delivery['object']>;

export type Reading = ArticleRecord | Rejection | Held | Contents | Told | null;

/** What was read and is down. */
export class Held {
  readonly articleId: string;
  readonly text: string;
  constructor(articleId: string, text: string) {
    this.articleId = articleId;
    this.text = text;
  }
}

/** What was read are metadata of another file. */
export class Told {
  readonly facts: Plain;
  readonly hints: Hints;
  constructor(facts: Plain, hints: Hints) {
    this.facts = facts;
    this.hints = hints;
  }
}

/** What was read is a container. */
export class Contents {
  readonly facts: Plain;
  /** Counts beside its row, by their places in it: of the parts of a crawl, and of files that hold several. */
  readonly counts: readonly { readonly kind: 'found' | 'inside'; readonly from: number; readonly found: number }[];
  constructor(facts: Plain, counts: Contents['counts']) {
    this.facts = facts;
    this.counts = counts;
  }
}

/** What a delivery brought. */
export function readingOf(delivery: Delivery): Reading {
  return delivery.object === null ? null : readAny(delivery.change, delivery, delivery.extractor);
}

/** The same of everything that it holds. */
export function readingsOf(delivery: Delivery): readonly Reading[] {
  const { change, extractor, members } = delivery;
  if (members === undefined) return [readingOf(delivery)];
  return members.map((member) => readMember({ ...change, member: member.name }, member, delivery, extractor));
}

export function readAny(change: Place, delivery: Delivery, extractor: number): Reading {
  const { object, members } = delivery;
  if (object === null) return null;
  if (members !== undefined) return contentsOf(object, members, delivery);
  return toldIn(change, object) ?? readDocument(change, object, extractor, NO_HINTS);
}

const SUFFIX = '.meta.json';

function toldIn({ key }: Place, { bytes, etag, lastModified }: Object): Reading {
  if (!key.endsWith(SUFFIX)) return null;
  try {
    const hints = readSidecar(bytes, { contentType: null, contentEncoding: null, name: key });
    const file = key.slice(0, -SUFFIX.length);
    return hints === null ? null : new Told({ file, hints, bytes: bytes.length, etag, lastModified }, hints);
  } catch (error) {
    if (error instanceof Rejection) return error;
    throw error;
  }
}

/** The same bytes, read with what stands beside the file; what came with the upload itself comes first. */
export function readBeside(change: Place, { object }: Delivery, extractor: number, beside: Hints): Reading {
  return object === null ? null : readDocument(change, object, extractor, beside);
}

function contentsOf(
  { bytes, etag, lastModified }: Object,
  members: readonly HeldMember[],
  {
    windows = [],
    files = null,
    inside = [],
  }: Pick<Delivery, 'windows' | 'inside'> & { readonly files?: number | null },
): Contents {
  const parts = windows.map((from) => ({ from, found: members.filter(({ window }) => window === from).length }));
  const format = files === null ? 'a WARC crawl' : 'a tar archive';
  const facts = { format, found: files, windows: windows.length, bytes: bytes.length, etag, lastModified };
  return new Contents(facts, [
    ...parts.map((part) => ({ kind: 'found' as const, ...part })),
    ...inside.map(({ place, count }) => ({ kind: 'inside' as const, from: place, found: count - 1 })),
  ]);
}

function readDocument(change: Place, object: Object, extractor: number, beside: Hints): Reading {
  const own = Object.entries(readHints(object.metadata)).filter(([, value]) => value !== null);
  return readBytes(change, object, object.bytes, { ...beside, ...Object.fromEntries(own) }, extractor);
}

/** Of what stands beside a container only what may be true of all members counts. */
export function readMember(
  change: Place,
  { text, noted }: HeldMember,
  { object }: Delivery,
  extractor: number,
): Reading {
  if (object === null) return null;
  if (text === null)
    return new Rejection('document.empty', 'This file of the archive is a WARC crawl that holds no article.');
  const { publisher, language, capturedAt } = readHints(object.metadata);
  const hints = { ...NO_HINTS, publisher, language, capturedAt, ...noted };
  return readBytes(change, object, new TextEncoder().encode(text), hints, extractor);
}

/** The same is asked for many times: of one object by what else is known of it. */
const READ = new WeakMap<Object, Map<string, Reading>>();

function readBytes(
  { bucket, key, member, versionId, at }: Place,
  object: Object,
  bytes: Uint8Array,
  hints: typeof NO_HINTS,
  extractorVersion: number,
): Reading {
  const change = { bucket, key, member, versionId, at };
  const name = JSON.stringify([change, hints, extractorVersion]);
  const known = READ.get(object) ?? new Map<string, Reading>();
  const reading = known.get(name) ?? readOnce(change, object, bytes, hints, extractorVersion);
  READ.set(object, known.set(name, reading));
  return reading;
}

function readOnce(
  change: Place,
  object: Object,
  bytes: Uint8Array,
  hints: typeof NO_HINTS,
  extractorVersion: number,
): Reading {
  try {
    const document = openDocument(bytes, { contentType: null, contentEncoding: null, name: change.key });
    const { bucket, key, member, versionId, at } = change;
    const place = { bucket, key, member, path: null, versionId, etag: object.etag };
    const facts = { ...place, document, ingestedAt: at, storedAt: object.lastModified, extractorVersion };
    const read = extractorVersion === NEXT_VERSION ? readAnew : readLines;
    return assembleRecord(read(linesIn(document)), hintsFor(document, hints), facts);
  } catch (error) {
    if (error instanceof Rejection) return error;
    throw error;
  }
}

export function isRecord(reading: Reading): reading is ArticleRecord {
  const others = [Rejection, Held, Contents, Told];
  return reading !== null && !others.some((kind) => reading instanceof kind);
}

const NAMES = new WeakMap<ArticleRecord, string>();

/** Names the distinct text. */
export function nameOf(record: ArticleRecord): string {
  const name = NAMES.get(record) ?? nameOnce(record);
  NAMES.set(record, name);
  return name;
}

function nameOnce({ fingerprint, body }: ArticleRecord): string {
  const print = packPrint(textPrint(body.map((part) => part.text)));
  return shortHash(`${fingerprint.contentHash}#${Buffer.from(print).toString('base64')}`);
}
