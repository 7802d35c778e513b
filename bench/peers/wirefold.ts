/** Wirefold itself, in the same process shape as its peers: bytes were decoded before, the article comes out. */
import { readArticle } from '../../shared/core/article.ts';
import { NO_HINTS, NO_PROFILE, type RawDocument } from '../../shared/core/document.ts';
import type { PeerAnswer } from './peer.ts';

export function read(text: string, url: string): PeerAnswer {
  const format = url.endsWith('.txt') ? 'text' : 'html';
  const document: RawDocument = {
    format,
    text,
    mediaType: format === 'html' ? 'text/html' : 'text/plain',
    charset: 'utf-8',
    charsetBasis: 'utf-8-valid',
    bytes: text.length,
  };
  const article = readArticle(document, NO_HINTS, NO_PROFILE);
  const body = article.body.map((part) => part.text).join('\n');
  return {
    body: article.dateline ? `${article.dateline.raw} ${body}` : body,
    headline: article.headline,
    date: article.published.utc ?? article.published.local,
    authors: article.authors.map((author) => author.name),
  };
}
