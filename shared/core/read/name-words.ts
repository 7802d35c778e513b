/**
 * Words that tell names of people from what else stands in their place, folded once: in a bundle when it is made
 * (infra/prepared-tables.ts). Promise: pure data.
 */
import {
  DESK_WORDS,
  NOT_NAME_WORDS,
  ROLE_NOUNS as NOUNS,
  ROLE_QUALIFIERS,
  ROLE_TITLES,
} from '../tables/byline-words.ts';
import { NOT_PLACES, PLACES } from '../tables/places.ts';
import { fold } from './fold.ts';
import { listed } from './phrases.ts';

export const NOT_NAMES: ReadonlySet<string> = new Set(
  [...listed(NOT_NAME_WORDS), ...Object.values(DESK_WORDS).join(',').split(',')].map((word) => fold(word.trim())),
);
export const ROLES: ReadonlySet<string> = new Set([...listed(ROLE_TITLES)].map(fold));
export const ROLE_NOUNS: ReadonlySet<string> = new Set([...listed(NOUNS)].map(fold));
export const QUALIFIERS: ReadonlySet<string> = new Set(ROLE_QUALIFIERS.map(fold));
export const DESKS: ReadonlySet<string> = new Set([...listed(DESK_WORDS)].map(fold));
export const KNOWN_PLACES: ReadonlySet<string> = new Set(
  PLACES.flatMap((row) => row.split(',').map((place) => fold(place.trim()))),
);
export const NO_PLACES: ReadonlySet<string> = new Set(NOT_PLACES.map(fold));
