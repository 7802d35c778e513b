/** The right answer for what rows and heads show of a record. */
import { packPrint } from '../../shared/core/copies/packed-print.ts';
import { textPrint } from '../../shared/core/copies/text-print.ts';
import { digestOf } from '../../shared/core/digest.ts';
import { eventPrint } from '../../shared/core/event/event-print.ts';
import { packPrint as packAbout } from '../../shared/core/event/packed-print.ts';
import type { ArticleRecord } from '../../shared/core/record.ts';
import { shortHash } from '../../shared/core/short-hash.ts';

type Plain = Record<string, unknown>;

const READABLE = new WeakMap<ArticleRecord, Plain>();

/** Facts that rows and heads show. */
export function readable(record: ArticleRecord): Plain {
  const facts = READABLE.get(record) ?? readableOnce(record);
  READABLE.set(record, facts);
  return facts;
}

function readableOnce(record: ArticleRecord): Plain {
  const { headline, identity, sortDate, capturedAt, language, wordCount, quality, status } = record;
  const { utc, local, raw, precision, status: certainty } = record.published;
  return {
    ...{ headline, identity, sortDate, capturedAt, language, wordCount, quality, status },
    articleId: record.id,
    publisher: record.publisher?.name ?? null,
    domain: record.publisher?.domain ?? null,
    provider: record.provider?.code ?? null,
    published: { utc, local, raw, precision, status: certainty },
    contentHash: record.fingerprint.contentHash,
    digest: digestOf(record),
    print: packPrint(textPrint(record.body.map((part) => part.text))),
    about: aboutOf(record),
    embargoedUntil: record.embargoedUntil,
    itemVersion: null,
    authors: record.authors.map(({ name }) => name),
    addresses: record.url === null || record.url === identity.value ? [] : [shortHash(record.url)],
  };
}

function aboutOf({ headline, body, language }: ArticleRecord): Uint8Array {
  return packAbout(eventPrint({ headline, paragraphs: body.map((part) => part.text), language, published: null }));
}
