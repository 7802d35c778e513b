/**
 * Metadata beside a file: `NAME.meta.json` says of `NAME` what its bytes cannot say. In: an object's bytes. Out: hints; null for a file that
 * only has such a name and is an article of its own. Promise: decided by the bytes alone; what is wrong is refused by name, never guessed.
 */
import type { Hints } from './document.ts';
import { isObject, type Json, type JsonObject, parsedJson } from './html/json.ts';
import { decodeText } from './intake/charset.ts';
import { openStated } from './intake/formats/open-stated.ts';
import { inflateAll } from './intake/inflate.ts';
import { rootName } from './intake/markup.ts';
import type { DocumentFacts } from './intake/open.ts';
import { readInstant, readLanguage } from './metadata-hints.ts';
import { Rejection } from './rejection.ts';
import { STORE_LIMITS } from './store-limits.ts';
import { canonicalUrl } from './url.ts';

/** Throws `Rejection` for what is meant as metadata and cannot be understood. */
export function readSidecar(bytes: Uint8Array, facts: DocumentFacts): Hints | null {
  const { text } = decodeText(inflateAll(bytes, facts), facts.contentType);
  if (text.trim() === '' || isArticle(text, facts)) return null;
  if (bytes.length > STORE_LIMITS.sidecarBytes) {
    const most = STORE_LIMITS.sidecarBytes / 1024;
    throw new Rejection('metadata.invalid', `This file of metadata has more than ${most} KiB: a few short lines do.`);
  }
  const value = parsedJson(text);
  if (!isObject(value)) {
    const message =
      'This file of metadata is no JSON object, like {"url": "https://…", "capturedAt": "2026-01-02T03:04:05Z"}.';
    throw new Rejection('metadata.invalid', message);
  }
  return hintsIn(value);
}

/** A page, an item of an agency, or what a tool has saved with its text may be called so too. */
function isArticle(text: string, { mapping = null }: DocumentFacts): boolean {
  if (rootName(text.slice(0, STORE_LIMITS.sidecarBytes)).name !== null) return true;
  try {
    return openStated(text, mapping) !== null;
  } catch (error) {
    // A known format without a text: it says something about an article, and is none.
    if (error instanceof Rejection) return false;
    throw error;
  }
}

type Field = keyof Hints;

/** As `x-amz-meta-*` and other tools spell them too. */
const SPELLINGS: Readonly<Record<Field, readonly string[]>> = {
  id: ['id'],
  guid: ['guid'],
  url: ['url'],
  capturedAt: ['capturedAt', 'captured-at', 'captured_at'],
  publisher: ['publisher'],
  language: ['language'],
};

const READERS: Readonly<Record<Field, (text: string) => string | null>> = {
  id: (text) => text,
  guid: (text) => text,
  url: (text) => (canonicalUrl(text) === null ? null : text),
  capturedAt: readInstant,
  publisher: (text) => text,
  language: readLanguage,
};

const WANTED: Readonly<Record<Field, string>> = {
  id: 'a short text',
  guid: 'a short text',
  url: 'a web address, like https://news.example/a',
  capturedAt: 'an instant with its offset, like 2026-01-02T03:04:05Z',
  publisher: 'a short text',
  language: 'a language tag, like en or de-AT',
};

function hintsIn(object: JsonObject): Hints {
  const read = (field: Field) => givenIn(object, field);
  const hints: Hints = {
    id: read('id'),
    guid: read('guid'),
    url: read('url'),
    capturedAt: read('capturedAt'),
    publisher: read('publisher'),
    language: read('language'),
  };
  if (Object.values(hints).some((value) => value !== null)) return hints;
  const message = `This file of metadata says none of these: ${Object.keys(SPELLINGS).join(', ')}.`;
  throw new Rejection('metadata.invalid', message);
}

/** Null and an empty text say nothing; anything else that is no such value is refused, so that a slip of the pen is seen. */
function givenIn(object: JsonObject, field: Field): string | null {
  const given = SPELLINGS[field].map((name): Json | undefined => object[name]).find((value) => value !== undefined);
  if (given === undefined || given === null) return null;
  const text = typeof given === 'string' && given.length <= STORE_LIMITS.urlChars ? given.trim() : null;
  if (text === '') return null;
  const value = text === null ? null : READERS[field](text);
  if (value !== null) return value;
  throw new Rejection('metadata.invalid', `In this file of metadata, ${field} is not ${WANTED[field]}.`);
}
