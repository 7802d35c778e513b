/** Something that has happened, and one piece of reporting about it. In: chance. Out: names that come back, and paragraphs. */
import type { Chance } from './chance.ts';
import { ENGLISH, GERMAN, MONATE, MONTHS, WOCHENTAGE } from './sentences.ts';
import { ADJECTIVES, FIRST_NAMES, LAST_NAMES, NOUNS, PLACES, ROLES, TOPICS, VERBS, WEEKDAYS } from './words.ts';

export type Language = 'en' | 'de';

export interface Happening {
  readonly language: Language;
  readonly section: string;
  readonly about: string;
  readonly nouns: readonly string[];
  readonly place: string;
  readonly other: string;
  readonly a: string;
  readonly b: string;
  /** Names that nothing else bears: without them all coverage of one kind of happening would be one event. */
  readonly org: string;
  readonly street: string;
}

export interface Piece {
  readonly language: Language;
  readonly section: string;
  readonly headline: string;
  readonly place: string;
  readonly paragraphs: readonly string[];
}

export function personOf(chance: Chance): string {
  return `${chance.pick(FIRST_NAMES)} ${chance.pick(LAST_NAMES)}`;
}

export function happeningOf(language: Language, chance: Chance): Happening {
  const { section, about, nouns } = chance.pick(TOPICS);
  const [place, other] = [chance.pick(PLACES), chance.pick(PLACES)];
  const people = { a: personOf(chance), b: personOf(chance) };
  const [org, street] = [`${coined(chance)} ${chance.pick(KINDS)}`, `${coined(chance)} ${chance.pick(STREETS)}`];
  return { language, section, about, nouns, place, other, ...people, org, street };
}

const KINDS = ['Trust', 'Works', 'Yard', 'Union', 'Hall', 'Society', 'Line', 'Fund', 'Mill', 'Club'];
const STREETS = ['Lane', 'Row', 'Square', 'Hill', 'Steps', 'Quay', 'Gate', 'Green'];
const STARTS =
  `Bar Bel Cor Dra Els Fal Gor Har Ish Jun Kel Lor Mar Nor Orl Pel Quin Ras Sel Tor Ul Var Wes Yor Zan`.split(' ');
const MIDDLES = ['ba', 'de', 'fi', 'go', 'lu', 'ma', 'ne', 'po', 'ri', 'su', 'ta', 've'];
const ENDS = ['brook', 'dale', 'fen', 'gard', 'holt', 'mund', 'rick', 'sted', 'tarn', 'vik', 'wold', 'wyn'];

function coined(chance: Chance): string {
  return `${chance.pick(STARTS)}${chance.pick(MIDDLES)}${chance.pick(ENDS)}`;
}

export function pieceOf(happening: Happening, chance: Chance): Piece {
  const sentence = () => filled(chance.pick(happening.language === 'en' ? ENGLISH : GERMAN), happening, chance);
  const paragraphs = Array.from({ length: chance.between(6, 12) }, () =>
    Array.from({ length: chance.between(1, 3) }, sentence).join(' '),
  );
  const { language, section, place } = happening;
  return { language, section, place, headline: headlineOf(happening, chance), paragraphs };
}

function headlineOf(happening: Happening, chance: Chance): string {
  const { language, place, about, nouns, a } = happening;
  const last = a.split(' ')[1] ?? a;
  const english = [
    `${place} argues about ${about}`,
    `${last} wants the ${chance.pick(ADJECTIVES)} ${chance.pick(NOUNS)} for ${place}`,
    `${happening.org} gives up its ${chance.pick(nouns)}`,
    `${place} counts each ${chance.pick(nouns)} of ${happening.street}`,
    `How ${about} divided ${place}`,
    `No ${chance.pick(nouns)} without the ${chance.pick(NOUNS)}, says ${last}`,
    `${happening.street}: the ${chance.pick(NOUNS)}, the ${chance.pick(nouns)} and ${last}`,
  ];
  const german = [
    `${place} streitet über ${chance.between(3, 90)} Laternen`,
    `${last} will im ${chance.pick(MONATE)} entscheiden`,
    `Warum ${place} auf ${last} wartet`,
    `${chance.between(3, 90)} Unterschriften für ${place}`,
    `${happening.org} zieht nach ${place}`,
  ];
  return chance.pick(language === 'en' ? english : german);
}

function filled(pattern: string, happening: Happening, chance: Chance): string {
  const { nouns, place, other, a, b, org, street } = happening;
  const gaps: Readonly<Record<string, () => string>> = {
    ...{ topic: () => chance.pick(nouns), topic2: () => chance.pick(nouns), place: () => place, other: () => other },
    ...{
      org: () => org,
      street: () => street,
      a: () => a,
      b: () => b,
      person: () => personOf(chance),
      role: () => chance.pick(ROLES),
    },
    ...{ adjective: () => chance.pick(ADJECTIVES), noun: () => chance.pick(NOUNS), noun2: () => chance.pick(NOUNS) },
    ...{ verbed: () => chance.pick(VERBS), weekday: () => chance.pick(WEEKDAYS), month: () => chance.pick(MONTHS) },
    ...{ number: () => String(chance.between(3, 980)), zahl: () => String(chance.between(3, 980)) },
    ...{ hour: () => `${chance.between(7, 21)}.${chance.pick(['00', '15', '30', '45'])}` },
    ...{ wochentag: () => chance.pick(WOCHENTAGE), monat: () => chance.pick(MONATE) },
  };
  const plain = pattern.replace(/\{(\w+)\}/g, (_, name: string) => gaps[name]?.() ?? '');
  return plain.replace(/\b([Aa]) (?=[aeiou])/g, '$1n ');
}
