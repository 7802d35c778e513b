/** One article, in memory. In: bytes or text, and what is known of it. Out: its record. Promise: no store, no AWS, no network, no file. */
import { NO_HINTS, NO_PROFILE, type OutletProfile } from '../core/document.ts';
import type { ArticleRecord } from '../core/record.ts';
import { shortHash } from '../core/short-hash.ts';
import { cleanBytes } from '../pipeline/clean.ts';
import type { Reader } from '../pipeline/ports.ts';
import { inProcess } from './in-process.ts';

export interface ReadOptions {
  /** Where it was found. The article's id follows from the first of `id`, the URL, `guid`, `name` and, without any, the bytes. */
  readonly url?: string;
  /** Your own name for the article. */
  readonly id?: string;
  /** Its name in a feed. */
  readonly guid?: string;
  /** Of the file, if there was one. */
  readonly name?: string;
  /** When it was fetched, ISO 8601 instant. */
  readonly capturedAt?: string;
  readonly publisher?: string;
  /** BCP 47: `en`, `de-AT`. */
  readonly language?: string;
  /** As HTTP gave them: `text/html; charset=iso-8859-1`, `br`. Hints only. */
  readonly contentType?: string;
  readonly contentEncoding?: string;
  /** What is known of the outlet: its time zone, name, agencies and the lines that it repeats. */
  readonly outlet?: Partial<OutletProfile>;
  /** Reads pages in threads that can be stopped (`openReader`); without it a page is read in this one, however long that takes. */
  readonly reader?: Reader;
  /** Filed under when neither the page nor you state a date; now if not given. */
  readonly at?: Date;
}

/**
 * `await readArticle(html, { url: 'https://news.example/a' })` //=> the record. Throws `Rejection` with a stable `code` for what cannot
 * be read, and `ReaderStopped` when a reader of threads had to end the page.
 */
export async function readArticle(input: Uint8Array | string, options: ReadOptions = {}): Promise<ArticleRecord> {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  const { id = null, guid = null, url = null, publisher = null, language = null, capturedAt = null } = options;
  const { contentType = null, contentEncoding = null, outlet, reader = inProcess, at = new Date() } = options;
  const facts = {
    path: options.name ?? `bytes:${shortHash(Buffer.from(bytes).toString('latin1'))}`,
    modifiedAt: at.toISOString(),
    contentType,
    contentEncoding,
    hints: { ...NO_HINTS, id, guid, url, publisher, language, capturedAt },
    profile: { ...NO_PROFILE, ...outlet },
  };
  return cleanBytes(bytes, facts, reader);
}
