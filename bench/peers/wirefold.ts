/** Wirefold itself, in the same process shape as its peers: bytes were decoded before, the article comes out. */
import { NO_HINTS, NO_PROFILE, type RawDocument } from '../../shared/core/document.ts';
import { openPage } from '../../shared/core/html/page.ts';
import { readPage } from '../../shared/core/read-page.ts';
import { readScrape } from '../../shared/core/read-scrape.ts';
import type { Article } from '../../shared/core/record.ts';
import type { PeerAnswer } from './peer.ts';

/** Without `opinion` no page is ever asked about. */
export function answerOf(text: string, url: string, opinion: boolean): PeerAnswer {
  const format = url.endsWith('.txt') ? 'text' : 'html';
  const document: RawDocument = {
    format,
    text,
    mediaType: format === 'html' ? 'text/html' : 'text/plain',
    charset: 'utf-8',
    charsetBasis: 'utf-8-valid',
    bytes: text.length,
  };
  if (format === 'text') return inShape(readScrape(document, NO_HINTS, NO_PROFILE).article, false);
  const { page, ask } = openPage(document);
  let asked = false;
  const reading = readPage(page, NO_HINTS, NO_PROFILE, (leaveOut) => {
    asked = true;
    return opinion ? ask(leaveOut) : page;
  });
  return inShape(reading.article, asked);
}

function inShape(article: Article, asked: boolean): PeerAnswer {
  const body = article.body.map((part) => part.text).join('\n');
  return {
    body: article.dateline ? `${article.dateline.raw} ${body}` : body,
    headline: article.headline,
    date: article.published.utc,
    printedDate: article.published.local,
    authors: article.authors.map((author) => author.name),
    asked,
  };
}

export function read(text: string, url: string): PeerAnswer {
  return answerOf(text, url, true);
}
