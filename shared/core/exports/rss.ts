/**
 * RSS 2.0 with Dublin Core's names for people and the usual module for whole texts. Promise: pubDate only where the page states the
 * instant; titles are text, descriptions HTML of our own making, as readers take them.
 */
import type { ArticleRecord } from '../record.ts';
import { escapeMarkup } from './escape-markup.ts';
import type { About, ExportFormat } from './format.ts';
import { knownLanguage } from './given.ts';
import { htmlBody } from './html-body.ts';
import { oneLine, safeText } from './safe-text.ts';
import { statedInstant } from './stated-date.ts';
import { linkOf, urnOf } from './uris.ts';
import { element, textElement, XML_DECLARATION } from './xml.ts';

const START = `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">`;

export const RSS: ExportFormat = {
  mediaType: 'application/rss+xml',
  extension: 'rss',
  begin: (about) => `${XML_DECLARATION}${START}\n<channel>\n${channel(about)}\n`,
  item: rssItem,
  between: '',
  end: '</channel>\n</rss>\n',
};

/** A channel must have a link; a list of ours has no page, so it gives its name. */
function channel({ title, uri, at }: About): string {
  return [
    textElement('title', oneLine(title)),
    textElement('link', uri),
    textElement('description', oneLine(title)),
    textElement('lastBuildDate', rfc822(at)),
    textElement('generator', 'Wirefold'),
  ].join('\n');
}

function rssItem(record: ArticleRecord): string {
  const { headline, summary, authors, publisher, section, keywords, published, language, body } = record;
  const instant = statedInstant(published);
  const tags = [...(section === null ? [] : [section]), ...keywords];
  const text = [
    textElement('title', headline === null ? null : oneLine(headline)),
    textElement('link', linkOf(record)),
    textElement('guid', urnOf('article', record.id), { isPermaLink: 'false' }),
    textElement('pubDate', instant === null ? null : rfc822(instant)),
    ...authors.map(({ name }) => textElement('dc:creator', oneLine(name))),
    textElement('dc:publisher', publisher === null ? null : oneLine(publisher.name)),
    textElement('dc:language', knownLanguage(language)),
    ...tags.map((tag) => textElement('category', oneLine(tag))),
    textElement('description', escapeMarkup(safeText(summary ?? body[0]?.text ?? ''))),
    textElement('content:encoded', htmlBody(body)),
  ];
  return `${element('item', `\n${text.filter((line) => line !== '').join('\n')}\n`)}\n`;
}

/** `2023-10-16T07:59:00.000Z` //=> `Mon, 16 Oct 2023 07:59:00 GMT` */
function rfc822(instant: string): string {
  return new Date(instant).toUTCString();
}
