/** Every field read once, in the order in which they need each other: language before dates, body before deck and provider. */
import { readAdvisoryField } from './advisory.ts';
import { readAuthors } from './authors.ts';
import { readBody } from './body.ts';
import { readDeck } from './deck.ts';
import { readEmbargo } from './embargo.ts';
import { lazyFacts } from './facts-lines.ts';
import { readHeadline } from './headline-field.ts';
import { readLanguage } from './language.ts';
import { readMedia } from './media.ts';
import { readProvider } from './provider.ts';
import { readModified, readPublished } from './published.ts';
import { readPublisher } from './publisher.ts';
import { readRights } from './rights.ts';
import type { Sources } from './sources.ts';
import { dateContext, surroundingsOf } from './surroundings.ts';
import { readGenre, readKeywords, readSection } from './tags.ts';

export type Readings = ReturnType<typeof readingsOf>;

export function readingsOf(sources: Sources) {
  const headline = readHeadline(sources);
  const body = readBody(sources);
  const paragraphs = body.value.parts.map(({ text }) => text);
  const language = readLanguage(sources, paragraphs, headline.value);
  const around = surroundingsOf(sources, language.value);
  const facts = lazyFacts(sources, dateContext(around));
  const authors = readAuthors(sources, around.language, facts);
  const { printed, authors: names } = authors.value;
  return {
    headline,
    deck: readDeck(sources, headline.value, paragraphs),
    authors,
    provider: readProvider(sources, { dateline: body.value.dateline, byline: printed, authors: names }),
    publisher: readPublisher(sources),
    body,
    published: readPublished(sources, around, paragraphs, facts),
    modified: readModified(sources, around, facts),
    language,
    section: readSection(sources),
    keywords: readKeywords(sources),
    genre: readGenre(sources),
    media: readMedia(sources),
    rights: readRights(sources),
    advisory: readAdvisoryField(sources, headline.value),
    embargo: readEmbargo(sources, around),
  } as const;
}
