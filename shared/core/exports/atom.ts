/**
 * Atom (RFC 4287). Promise: `published` only where the page states the instant. The standard wants a last change and an author of every
 * entry: the change is the page's own if it states one, else when the store was told; an author that nobody states is called so.
 */
import type { ArticleRecord } from '../record.ts';
import type { About, ExportFormat } from './format.ts';
import { knownLanguage } from './given.ts';
import { htmlBody } from './html-body.ts';
import { oneLine } from './safe-text.ts';
import { statedInstant } from './stated-date.ts';
import { linkOf, urnOf } from './uris.ts';
import { element, textElement, XML_DECLARATION } from './xml.ts';

export const ATOM: ExportFormat = {
  mediaType: 'application/atom+xml',
  extension: 'atom',
  begin: (about) => `${XML_DECLARATION}<feed xmlns="http://www.w3.org/2005/Atom">\n${head(about)}\n`,
  item: atomEntry,
  between: '',
  end: '</feed>\n',
};

const NOBODY = 'not stated';

function head({ title, uri, at }: About): string {
  return [
    textElement('id', uri),
    textElement('title', oneLine(title)),
    textElement('updated', at),
    textElement('generator', 'Wirefold'),
  ].join('\n');
}

function atomEntry(record: ArticleRecord): string {
  const { headline, summary, published, modified, ingestedAt, rights, section, keywords, body } = record;
  const instant = statedInstant(published);
  const link = linkOf(record);
  const tags = [...(section === null ? [] : [section]), ...keywords];
  const parts = [
    textElement('id', urnOf('article', record.id)),
    // Must be there, and may be empty.
    textElement('title', oneLine(headline ?? '')),
    textElement('updated', statedInstant(modified) ?? instant ?? ingestedAt),
    textElement('published', instant),
    ...authorsOf(record).map((name) => element('author', textElement('name', oneLine(name)))),
    link === null ? '' : element('link', '', { rel: 'alternate', href: link }),
    ...tags.map((tag) => element('category', '', { term: oneLine(tag) })),
    textElement('rights', rights.notice),
    textElement('summary', summary),
    textElement('content', htmlBody(body), { type: 'html' }),
  ];
  const language = knownLanguage(record.language);
  const attributes = language === null ? {} : { 'xml:lang': language };
  return `${element('entry', `\n${parts.filter((part) => part !== '').join('\n')}\n`, attributes)}\n`;
}

function authorsOf({ authors, provider, publisher }: ArticleRecord): readonly string[] {
  if (authors.length > 0) return authors.map(({ name }) => name);
  return [provider?.name ?? publisher?.name ?? NOBODY];
}
