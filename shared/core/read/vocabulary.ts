/** The tables of dates as lookups over tokens, built once: in a bundle when it is made (infra/prepared-tables.ts). Promise: pure data, the same for every page. */
import { DATE_COMPANIONS, FILLER_WORDS, MODIFIED_WORDS, NEUTRAL_WORDS, PUBLISHED_WORDS } from '../tables/date-words.ts';
import { MONTHS } from '../tables/months.ts';
import { AFTER_COUNT, BEFORE_COUNT, COUNT_WORDS, NOW_WORDS, TIME_UNITS } from '../tables/relative-time.ts';
import { WEEKDAYS, WEEKDAYS_IN_BRACKETS } from '../tables/weekdays.ts';
import { SEASONLESS_ZONES, ZONES } from '../tables/zones.ts';
import { fold } from './fold.ts';
import { listed, numberedRows, type PhraseIndex, phraseIndex } from './phrases.ts';

export type DateRole = 'published' | 'modified' | 'unlabelled';

function meaning<Meaning>(
  table: Readonly<Record<string, string>>,
  of: Meaning,
): readonly (readonly [string, Meaning])[] {
  return [...listed(table)].map((entry) => [entry, of] as const);
}

export const MONTH_NAMES: PhraseIndex<number> = phraseIndex(numberedRows(MONTHS));
export const WEEKDAY_NAMES: PhraseIndex<number> = phraseIndex(numberedRows(WEEKDAYS));
export const BRACKETED_WEEKDAYS: ReadonlyMap<string, number> = new Map(numberedRows(WEEKDAYS_IN_BRACKETS));
export const ROLE_WORDS: PhraseIndex<DateRole> = phraseIndex<DateRole>([
  ...meaning<DateRole>(PUBLISHED_WORDS, 'published'),
  ...meaning<DateRole>(MODIFIED_WORDS, 'modified'),
  ...meaning<DateRole>(NEUTRAL_WORDS, 'unlabelled'),
]);
export const FILLERS: PhraseIndex<true> = phraseIndex(meaning(FILLER_WORDS, true));
export const COMPANIONS: PhraseIndex<true> = phraseIndex(meaning(DATE_COMPANIONS, true));
export const BEFORE: PhraseIndex<true> = phraseIndex(meaning(BEFORE_COUNT, true));
export const AFTER: PhraseIndex<true> = phraseIndex(meaning(AFTER_COUNT, true));
export const UNITS: PhraseIndex<true> = phraseIndex(meaning(TIME_UNITS, true));
export const COUNTS: PhraseIndex<true> = phraseIndex(meaning(COUNT_WORDS, true));
export const NOW: PhraseIndex<true> = phraseIndex(meaning(NOW_WORDS, true));
export const ZONE_NAMES: PhraseIndex<string> = phraseIndex(
  [...Object.keys(ZONES), ...Object.keys(SEASONLESS_ZONES)].map((name) => [name, name] as const),
);

export const BEFORE_NOON: ReadonlySet<string> = new Set([
  'am',
  '오전',
  '上午',
  '午前',
  '凌晨',
  '早上',
  '清晨',
  'ص',
  'πμ',
  'sa',
]);
export const AFTER_NOON: ReadonlySet<string> = new Set([
  'pm',
  '오후',
  '下午',
  '午後',
  '晚上',
  '中午',
  '傍晚',
  'م',
  'μμ',
  'ch',
]);
export const YEAR_SIGNS: ReadonlySet<string> = new Set(['年', '년']);
export const MONTH_SIGNS: ReadonlySet<string> = new Set(['月', '월']);
export const DAY_SIGNS: ReadonlySet<string> = new Set(['日', '일', '号', '號']);
export const HOUR_SIGNS: ReadonlySet<string> = new Set(['時', '时', '시', '点', '點']);
export const MINUTE_SIGNS: ReadonlySet<string> = new Set(['分', '분']);
export const SECOND_SIGNS: ReadonlySet<string> = new Set(['秒', '초']);

const HAN_OR_HANGUL = /[\p{Script=Han}\p{Script=Hangul}]/u;

function* unspacedWords(): Generator<string> {
  const tables = [
    PUBLISHED_WORDS,
    MODIFIED_WORDS,
    NEUTRAL_WORDS,
    FILLER_WORDS,
    BEFORE_COUNT,
    AFTER_COUNT,
    TIME_UNITS,
    NOW_WORDS,
  ];
  for (const table of tables) yield* listed(table);
  for (const [name] of numberedRows(WEEKDAYS)) yield name;
  for (const signs of [
    BEFORE_NOON,
    AFTER_NOON,
    YEAR_SIGNS,
    MONTH_SIGNS,
    DAY_SIGNS,
    HOUR_SIGNS,
    MINUTE_SIGNS,
    SECOND_SIGNS,
  ])
    yield* signs;
  yield* Object.keys(SEASONLESS_ZONES);
}

/** Table words of scripts without spaces: the tokenizer cuts runs at them. */
export const RUN_WORDS: ReadonlySet<string> = new Set(
  [...unspacedWords()].filter((word) => HAN_OR_HANGUL.test(word)).map(fold),
);
