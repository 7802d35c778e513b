/**
 * The next version of the extractor, as these worlds know it: what it reads otherwise is a function of the page. Promise: another
 * headline, another text, and for some pages an address that was not found before, so that the article is another one.
 */
import { EXTRACTOR } from '../../shared/core/extractor.ts';
import type { Article } from '../../shared/core/record.ts';
import type { Reader } from '../../shared/pipeline/ports.ts';
import { lineReader, readLines } from '../../shared/testing/line-reader.ts';

export const NEXT_VERSION = EXTRACTOR.version + 1;

const FOUND = 'https://found.example/1';

export function readAnew(text: string): Article {
  const article = readLines(text);
  const body = article.body.map((part) => ({ ...part, text: part.text.replace('Prices fell.', 'Prices fell again.') }));
  const url = text.includes('Rain is expected.') ? FOUND : article.url;
  return { ...article, headline: `${article.headline}, read anew`, body, url };
}

const nextReader: Reader = { version: NEXT_VERSION, read: async (document) => readAnew(document.text) };

/** Which extractor reads a message is chance in the world, and part of what was delivered here: so there is one right answer. */
export function readerOf(extractor: number): Reader {
  return extractor === NEXT_VERSION ? nextReader : lineReader;
}
