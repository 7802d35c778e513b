/**
 * The next version of the extractor, as these worlds know it: what it reads otherwise is a function of the page. Promise: another
 * headline, another text, and for some pages an address that was not found before, so that the article is another one.
 */

import type { RawDocument } from '../../shared/core/document.ts';
import { EXTRACTOR } from '../../shared/core/extractor.ts';
import type { Article } from '../../shared/core/record.ts';
import type { Reader } from '../../shared/pipeline/ports.ts';
import { readLines } from '../../shared/testing/line-reader.ts';

export const NEXT_VERSION = EXTRACTOR.version + 1;

const FOUND = 'https://found.example/1';

export function readAnew(text: string): Article {
  const article = readLines(text);
  const body = article.body.map((part) => ({ ...part, text: part.text.replace('Prices fell.', 'Prices fell again.') }));
  const url = text.includes('Rain is expected.') ? FOUND : article.url;
  return { ...article, headline: `${article.headline}, read anew`, body, url };
}

/** Of an item whose format names its parts, each is a line. */
export function linesIn({ text, stated }: Pick<RawDocument, 'text' | 'stated'>): string {
  return stated === undefined ? text : stated.paragraphs.map((paragraph) => paragraph.text).join('\n');
}

const reader: Reader = { read: async (document) => readLines(linesIn(document)) };
const nextReader: Reader = { version: NEXT_VERSION, read: async (document) => readAnew(linesIn(document)) };

/** Which extractor reads a message is chance in the world, and part of what was delivered here: so there is one right answer. */
export function readerOf(extractor: number): Reader {
  return extractor === NEXT_VERSION ? nextReader : reader;
}
