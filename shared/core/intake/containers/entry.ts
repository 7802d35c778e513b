/**
 * One entry of a feed in, a member out. Promise: an entry with its text is a document whose parts are named; one without is a pointer: it
 * says where an article is, it is none.
 */

import { Rejection } from '../../rejection.ts';
import { parseWebUrl } from '../../url.ts';
import type { Decoded } from '../charset.ts';
import { guidFrom } from '../formats/guid.ts';
import { itemVersionOf } from '../formats/handling.ts';
import type { Paragraph, Stated, StatedField } from '../formats/stated.ts';
import { NO_HANDLING } from '../formats/stated.ts';
import { statedDocument } from '../stated-document.ts';
import type { Member } from './member.ts';

/** Where an article is, and what of it the feed carries, read when its turn comes: an entry that is hostile harms no other. */
export interface Entry {
  readonly url: string;
  readonly guid: string;
  /** Whose name that is, best first: addresses of its feed, its title. Empty: not known. */
  readonly whose: readonly string[];
  /** Throws `Rejection`. */
  readonly read: () => Carried;
}

export interface Carried {
  /** As a person calls it. */
  readonly name: string;
  readonly mediaType: string;
  readonly headline: string;
  readonly deck: string;
  /** What the feed gives as the text. */
  readonly content: readonly Paragraph[];
  /** What it gives as a description, which in some feeds is the text. */
  readonly teaser: readonly Paragraph[];
  readonly fields: readonly StatedField[];
  /** When this version of it was made; empty or not there: it does not say. */
  readonly changed?: string;
}

/** A description as long as this, about a hundred words, is the text; a teaser is shorter. */
const TEXT_CHARS = 600;
/** What a feed gives as the text is a sentence at least, a dozen words. */
const LEAST_CHARS = 80;

export function entryMember(entry: Entry, decoded: Decoded, ordinal: number): Member {
  const { url, guid } = entry;
  const name = guid || url || `/${ordinal}`;
  return { name, hints: hintsOf(entry), open: () => statedDocument(statedOf(entry), decoded, 0) };
}

/** Empty for what is none: `/`, or the name of a template's blank. */
export function webAddress(text: string): string {
  return parseWebUrl(text) === null ? '' : text;
}

function hintsOf({ url, guid, whose }: Entry): Stated['hints'] {
  const address = parseWebUrl(url) === null ? {} : { url };
  return guid === url ? address : { ...address, ...guidFrom(guid, whose) };
}

function statedOf(entry: Entry): Stated {
  const { name, mediaType, headline, deck, content, teaser, fields, changed = '' } = entry.read();
  const text = isText(content, entry.url) ? content : asText(teaser);
  if (text.length === 0) {
    const message = 'This entry of a feed carries no text, only where it is: upload the page that it links to.';
    throw new Rejection('entry.pointer-only', message);
  }
  const lines: readonly Paragraph[] = [
    { text: headline, label: 'meta.headline' },
    { text: deck, label: 'meta.deck' },
  ];
  const title: readonly StatedField[] =
    headline === '' ? [] : [{ field: 'headline', value: headline, where: 'feed title' }];
  const handling = { ...NO_HANDLING, itemVersion: itemVersionOf({ version: '', versionCreated: changed }) };
  return {
    ...{ name, mediaType, handling, hints: hintsOf(entry) },
    paragraphs: [...lines.filter((line) => line.text !== ''), ...text],
    fields: [...title, ...fields],
  };
}

/** Two words, `Read on`, stand for the article that they lead to; where they lead nowhere they are all there is. */
function isText(content: readonly Paragraph[], url: string): boolean {
  if (content.length === 0) return false;
  return parseWebUrl(url) === null || content.reduce((sum, { text }) => sum + weightOf(text), 0) >= LEAST_CHARS;
}

/** A letter of Chinese, Japanese or Korean is half a word. */
function weightOf(text: string): number {
  return text.length + 2 * (text.match(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/gu)?.length ?? 0);
}

function asText(teaser: readonly Paragraph[]): readonly Paragraph[] {
  return teaser.reduce((sum, { text }) => sum + text.length, 0) >= TEXT_CHARS ? teaser : [];
}
