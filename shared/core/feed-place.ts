/**
 * Where an article stands in the feed of its day. In: its facts. Out: the sort key there, and what a sort key says. Promise: places are in the order
 * of time and id; what follows them is what filters ask for, so that an article that will not pass need not be read.
 */
import type { PlainFacts } from './plain-facts.ts';

type DateStatus = PlainFacts['published']['status'];

/** One letter each: an item is paid for by its size. */
const LETTERS: ReadonlyMap<DateStatus, string> = new Map([
  ['stated', 's'],
  ['stated-zone-assumed', 'z'],
  ['estimated', 'e'],
  ['disputed', 'd'],
  ['missing', 'm'],
]);
const STATUSES = new Map([...LETTERS].map(([status, letter]) => [letter, status]));

export interface FeedHint {
  readonly language: string;
  /** Before its copies have been asked. */
  readonly dateStatus: DateStatus;
}

/** `2026-01-02T10:00:00.000Z#art_x#de-AT#s` */
export function feedSkOf(
  { sortDate, language, published }: Pick<PlainFacts, 'sortDate' | 'language' | 'published'>,
  articleId: string,
): string {
  return `${placeOf(sortDate.utc, articleId)}#${language}#${LETTERS.get(published.status)}`;
}

export function placeOf(utc: string, articleId: string): string {
  return `${utc}#${articleId}`;
}

/** Without what only filters ask for: where a page ends, whatever becomes of the article meanwhile. */
export function withoutHint(feedSk: string): string {
  return feedSk.split('#', 2).join('#');
}

const PLACE = /^([^#]+#[a-z]+_.{4})/;

/**
 * A place that names no article, for those who may not be told which stood there: a little above it, so that at most what shares the instant and the
 * first letters of the id is looked at once more.
 */
export function withoutName(place: string): string {
  const start = PLACE.exec(place)?.[1];
  return start === undefined ? place : `${start}~`;
}

/** Null in lists of names, and for articles that were stored before this was said. */
export function hintIn(feedSk: string): FeedHint | null {
  const [, , language, letter] = feedSk.split('#', 4);
  const dateStatus = STATUSES.get(letter ?? '');
  return language === undefined || dateStatus === undefined ? null : { language, dateStatus };
}
