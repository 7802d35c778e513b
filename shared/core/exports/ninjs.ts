/**
 * ninjs 3.1, IPTC's news item as JSON: one item on a line, since the standard knows no lists. Promise: only keys that its schema knows,
 * each of the kind that it wants.
 */
import type { ArticleRecord } from '../record.ts';
import { safeJson } from '../safe-json.ts';
import { QUALITY_SENTENCES } from '../tables/quality-sentences.ts';
import { bodyText } from './body-text.ts';
import type { ExportFormat } from './format.ts';
import { given, knownLanguage } from './given.ts';
import { copyAssociation, mediaAssociation } from './ninjs-associations.ts';
import { statedInstant } from './stated-date.ts';
import { linkOf, urnOf } from './uris.ts';

export const NINJS: ExportFormat = {
  mediaType: 'application/ninjs+json',
  extension: 'ninjs.json',
  begin: () => '',
  item: (record) => `${safeJson(ninjsItem(record))}\n`,
  between: '',
  end: '',
};

const STANDARD = { name: 'ninjs', version: '3.1', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#' };
/** Records that do not hold the whole text. */
const IN_PART: readonly string[] = ['paywall-stub', 'body-truncated'];

export function ninjsItem(record: ArticleRecord): Readonly<Record<string, unknown>> {
  return given({
    standard: STANDARD,
    uri: urnOf('article', record.id),
    type: 'text',
    representationType: record.quality.some((code) => IN_PART.includes(code)) ? 'partial' : 'full',
    version: String(record.version),
    pubStatus: record.status,
    ...dates(record),
    language: knownLanguage(record.language),
    ...texts(record),
    ...people(record),
    ...rights(record),
    edNote: edNote(record),
    slugline: record.slugline,
    subjects: [...subjects(record.section, 'section'), ...record.keywords.flatMap((word) => subjects(word, 'keyword'))],
    genres: record.genre === null ? [] : [{ name: record.genre }],
    ...places(record),
  });
}

/** To the desk that receives it: the agency's own note first. */
function edNote({ advisory, quality }: ArticleRecord): string | null {
  const notes = [...(advisory === null ? [] : [advisory.note]), ...quality.map((code) => QUALITY_SENTENCES[code])];
  return notes.join(' ') || null;
}

function dates({ published, modified, embargoedUntil, expires }: ArticleRecord) {
  const firstCreated = statedInstant(published);
  return { firstCreated, versionCreated: statedInstant(modified), embargoedUntil, expires };
}

function texts({ headline, deck, summary, body, wordCount, charCount }: ArticleRecord) {
  const value = bodyText(body);
  return {
    headlines: [...roled(headline, 'main'), ...roled(deck, 'subhead')],
    descriptions: roled(summary, 'summary'),
    bodies: value === '' ? [] : [{ role: 'main', contentType: 'text/plain', wordCount, charCount, value }],
  };
}

function roled(value: string | null, role: string) {
  return value === null ? [] : [{ role, value }];
}

function people({ byline, authors, provider, publisher, dateline }: ArticleRecord) {
  const named = (kind: 'person' | 'org') =>
    authors.filter((author) => author.kind === kind).map(({ name }) => ({ name, rel: 'author' }));
  return {
    by: byline,
    people: named('person'),
    organisations: named('org'),
    located: dateline?.places.join(', ') || null,
    infoSources: [
      ...(publisher === null ? [] : [given({ name: publisher.name, role: 'publisher', literal: publisher.domain })]),
      ...(provider === null ? [] : [{ name: provider.name, role: 'provider', literal: provider.code }]),
    ],
  };
}

function rights({ rights: { holder, notice, terms, tdm } }: ArticleRecord) {
  const reserved = tdm === null ? [] : [`Text and data mining: ${tdm}`];
  const usageTerms = [...(terms === null ? [] : [terms]), ...reserved].join('\n') || null;
  return { copyrightHolder: holder, copyrightNotice: notice, usageTerms };
}

function subjects(name: string | null, rel: string) {
  return name === null ? [] : [{ name, rel }];
}

function places(record: ArticleRecord) {
  const { identity, replaces, storyId, eventId, media, copyOf } = record;
  const link = linkOf(record);
  return {
    altIds: [
      { role: identity.kind, value: identity.value },
      ...(replaces === null ? [] : [{ role: 'replaces', value: replaces }]),
      ...(storyId === null ? [] : [{ role: 'story', value: storyId }]),
    ],
    events: eventId === null ? [] : [{ id: eventId, uri: urnOf('event', eventId) }],
    renditions: link === null ? [] : [{ name: 'original', href: link, contentType: 'text/html' }],
    associations: [
      ...media.map((one, at) => mediaAssociation(one, at + 1, record.id)),
      ...(copyOf === null ? [] : copyAssociation(copyOf)),
    ],
  };
}
