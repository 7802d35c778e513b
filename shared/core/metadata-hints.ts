/**
 * User metadata of an object in, hints out. Promise: never throws. A value that cannot be understood is left out, as if it
 * had not been sent: the bytes are the article, and a bad label on them must not lose it.
 */
import type { Hints } from './document.ts';
import { decodeHeaderText, decodePercent } from './encoded-words.ts';
import { canonicalUrl } from './url.ts';

/** Names without `x-amz-meta-`, in lower case: `id`, `guid`, `url`, `captured-at`, `publisher`, `language`. */
export function readHints(metadata: Readonly<Record<string, string>>): Hints {
  const text = (name: string) => readText(metadata[name]);
  return {
    id: text('id'),
    guid: text('guid'),
    url: readUrl(text('url')),
    capturedAt: readInstant(text('captured-at')),
    publisher: readName(text('publisher')),
    language: readLanguage(text('language')),
  };
}

function readText(value: string | undefined): string | null {
  const text = value === undefined ? '' : decodeHeaderText(value);
  return text === '' ? null : text;
}

function readName(value: string | null): string | null {
  return value === null ? null : readText(decodePercent(value));
}

/** Kept as given: the canonical spelling is for identity, not for clicking. */
function readUrl(value: string | null): string | null {
  return value !== null && canonicalUrl(value) !== null ? value : null;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/i;

/** Only a stated offset makes an instant; a wall time without one is no capture time. */
export function readInstant(value: string | null): string | null {
  if (value === null || !INSTANT.test(value)) return null;
  const ms = Date.parse(value.replace(' ', 'T'));
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}

/** `de_at` //=> `de-AT` */
export function readLanguage(value: string | null): string | null {
  if (value === null) return null;
  try {
    return Intl.getCanonicalLocales(value.replaceAll('_', '-'))[0] ?? null;
  } catch {
    // Intl throws for what is no language tag.
    return null;
  }
}
