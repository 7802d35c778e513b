/**
 * The place part of a dateline. In: the words before the dash and how sure the rest makes it. Out: the places, or null.
 * `sure`: an agency or a date stands beside it. `shouted`: capitals or the table must prove it. `known`: only the table.
 */
import { fold } from './fold.ts';
import { KNOWN_PLACES, NO_PLACES } from './name-words.ts';

export type PlaceProof = 'sure' | 'shouted' | 'known';

/** Two cities, each of up to four words, with a region each. */
const MOST_WORDS = 9;
const BETWEEN_PLACES = /\s?[/;]\s?|\s(?:and|und|et|e|y|en|&)\s/u;
const PLACE_WORD =
  /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|\p{Lo}[\p{Lo}\p{M}-]*|d['’]\p{L}+|de|del|la|le|les|the|of|am|an|der|do|da|dos|di|el|al|es|on|sur|bei|im|in|upon|den|du|ad|ob|pod|nad|na|aan|i|y|den)$/u;
const SHOUTED = /^[\p{Lu}\p{M}'’.,/ &-]+$/u;

export function placesOf(text: string, proof: PlaceProof): readonly string[] | null {
  const words = text.split(/[\s/]+/);
  if (text.length < 2 || words.length > MOST_WORDS || NO_PLACES.has(fold(text))) return null;
  // `Frankfurt/Main` is one city with its river.
  if (text.includes('/') && KNOWN_PLACES.has(fold(text))) return [spelled(text)];
  const parts = text.split(BETWEEN_PLACES).map(city);
  if (!parts.every((part) => part !== '' && part.split(' ').every((word) => PLACE_WORD.test(word)))) return null;
  if (parts.some((part) => NO_PLACES.has(fold(part)))) return null;
  const known = parts.filter((part) => KNOWN_PLACES.has(fold(part))).length;
  if (proof === 'known' && known < parts.length) return null;
  if (proof === 'shouted' && known === 0 && !shouted(parts)) return null;
  return parts.map(spelled);
}

/** `KOLKATA`: capitals and in the table, so that even a colon may follow. */
export function isShoutedCity(text: string): boolean {
  return KNOWN_PLACES.has(fold(text)) && SHOUTED.test(text);
}

/** `KYIV, Ukraine` and `WASHINGTON, D.C.` //=> the city */
function city(part: string): string {
  return (part.split(',')[0] ?? '').trim().replace(/\.$/, '');
}

/** Capitals throughout, long enough to be no abbreviation. */
function shouted(parts: readonly string[]): boolean {
  return parts.every(
    (part) => SHOUTED.test(part) && part.replace(/[^\p{Lu}]/gu, '').length >= 4 && part.split(' ').length <= 4,
  );
}

const SMALL: ReadonlySet<string> = new Set([
  'of',
  'the',
  'de',
  'del',
  'la',
  'le',
  'da',
  'do',
  'di',
  'am',
  'an',
  'der',
  'on',
  'sur',
]);

/** `NEW YORK` //=> `New York`; what has small letters stays as the writer wrote it. */
function spelled(place: string): string {
  if (place !== place.toUpperCase() || place === place.toLowerCase()) return place;
  const words = place.toLowerCase().split(' ');
  return words.map((word, at) => (at > 0 && SMALL.has(word) ? word : capitalised(word))).join(' ');
}

function capitalised(word: string): string {
  const parts = word.split('-').map((part) => part.slice(0, 1).toUpperCase() + part.slice(1));
  return parts.length > 2 ? `${parts[0]}-${word.split('-').slice(1, -1).join('-')}-${parts.at(-1)}` : parts.join('-');
}
