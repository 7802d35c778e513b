/**
 * Times of day and zones in tokens. In: tokens and a place, and whether a date stands just before it. Out: the time or zone
 * that starts there. Promise: `18.10` is only a time where a date or a word of clocks says so.
 */
import type { Taken, TimePart, ZonePart } from './date-parts.ts';
import { phraseAt } from './phrases.ts';
import type { Token } from './tokens.ts';
import { AFTER_NOON, BEFORE_NOON, HOUR_SIGNS, MINUTE_SIGNS, SECOND_SIGNS, ZONE_NAMES } from './vocabulary.ts';

/** Words that stand behind a time, and make one of `17.27` and of `17`. */
const CLOCK_WORDS: ReadonlySet<string> = new Set([
  'uhr',
  'h',
  'hrs',
  'hs',
  'uur',
  'godz',
  'ч',
  'hod',
  'horas',
  'बजे',
  'gmt',
  'utc',
  'ist',
]);
const HOUR_LETTERS: ReadonlySet<string> = new Set(['h', 'u', 'г']);

/** Words behind a full time that add nothing but belong to it as printed. */
const TAIL_WORDS: ReadonlySet<string> = new Set(['uhr', 'h', 'hs', 'hrs', 'uur']);

/** Letters of `a.m.` and `p.m.`, of Latin and Greek. */
const HALVES = ['a', 'p', 'μ', 'π', 'm'] as const;

/** Words that make a clock a length of time. */
const LENGTH_WORDS: ReadonlySet<string> = new Set([
  'min',
  'mins',
  'minuten',
  'minutes',
  'minutos',
  'minuti',
  'minuter',
  'sek',
  'sec',
]);

const LATIN = /^[ap]/;

/** Words that may stand in a time of day; those of halves of the day and of zones are tables of their own. */
export const CLOCK_KEYS: readonly string[] = [
  ...CLOCK_WORDS,
  ...HOUR_LETTERS,
  ...TAIL_WORDS,
  ...LENGTH_WORDS,
  ...HALVES,
];

export function timeAt(tokens: readonly Token[], at: number, afterDate: boolean): Taken<TimePart> | null {
  const time = readTime(tokens, at, afterDate);
  if (time === null || !TAIL_WORDS.has(tokens[at + time.tokens]?.key ?? '')) return time;
  return { part: time.part, tokens: time.tokens + 1 };
}

function readTime(tokens: readonly Token[], at: number, afterDate: boolean): Taken<TimePart> | null {
  const noon = halfAt(tokens, at);
  if (noon !== null) {
    // `am 18.10.2023` is a day in German; nobody writes `am 8.30`.
    const late = clockAt(tokens, at + noon.tokens, !LATIN.test(tokens[at]?.key ?? ''));
    return late === null ? null : { part: shifted(late.part, noon.part), tokens: noon.tokens + late.tokens };
  }
  const clock = clockAt(tokens, at, afterDate);
  if (clock === null) return hourAlone(tokens, at);
  const half = halfAt(tokens, at + clock.tokens);
  if (half === null) return clock;
  return clock.part.hour > 12 ? clock : { part: shifted(clock.part, half.part), tokens: clock.tokens + half.tokens };
}

function clockAt(tokens: readonly Token[], at: number, afterDate: boolean): Taken<TimePart> | null {
  const hour = tokens[at];
  if (hour?.kind !== 'number' || hour.digits > 2 || hour.value > 24) return null;
  if (HOUR_SIGNS.has(tokens[at + 1]?.key ?? '')) return signedClock(tokens, at, hour.value);
  const sign = tokens[at + 1];
  const minute = tokens[at + 2];
  if (sign === undefined || minute?.kind !== 'number' || minute.digits !== 2 || minute.value > 59) return null;
  const colon = sign.key === ':' || sign.key === '：' || sign.key === '∶';
  const dotted =
    sign.key === '.' && !sign.spaced && !minute.spaced && (afterDate || CLOCK_WORDS.has(tokens[at + 3]?.key ?? ''));
  const lettered = HOUR_LETTERS.has(sign.key) && !minute.spaced;
  // `12:45 min` is how long a film runs.
  if ((!colon && !dotted && !lettered) || LENGTH_WORDS.has(tokens[at + 3]?.key ?? '')) return null;
  return withSeconds(tokens, at, hour.value, minute.value, sign.key);
}

function withSeconds(
  tokens: readonly Token[],
  at: number,
  hour: number,
  minute: number,
  sign: string,
): Taken<TimePart> {
  const second = tokens[at + 4];
  if (tokens[at + 3]?.key !== sign || second?.kind !== 'number' || second.digits !== 2 || second.value > 59) {
    return { part: { hour, minute, second: null }, tokens: 3 };
  }
  const fraction =
    (tokens[at + 5]?.key === '.' || tokens[at + 5]?.key === ',') &&
    tokens[at + 6]?.spaced === false &&
    tokens[at + 6]?.kind === 'number';
  return { part: { hour, minute, second: second.value }, tokens: fraction ? 7 : 5 };
}

/** `17時27分`, `오후 5시 27분`, `17点` */
function signedClock(tokens: readonly Token[], at: number, hour: number): Taken<TimePart> {
  const minute = tokens[at + 2];
  if (minute?.kind !== 'number' || !MINUTE_SIGNS.has(tokens[at + 3]?.key ?? '')) {
    return { part: { hour, minute: 0, second: null }, tokens: 2 };
  }
  const second = tokens[at + 4];
  if (second?.kind !== 'number' || !SECOND_SIGNS.has(tokens[at + 5]?.key ?? '')) {
    return { part: { hour, minute: minute.value, second: null }, tokens: 4 };
  }
  return { part: { hour, minute: minute.value, second: second.value }, tokens: 6 };
}

/** `5 pm`, `17 Uhr`, `17h`, `0859 GMT` */
function hourAlone(tokens: readonly Token[], at: number): Taken<TimePart> | null {
  const hour = tokens[at];
  if (hour?.kind !== 'number') return null;
  const next = tokens[at + 1]?.key ?? '';
  if (
    hour.digits === 4 &&
    (next === 'gmt' || next === 'utc' || next === 'hrs') &&
    hour.value % 100 < 60 &&
    hour.value < 2400
  ) {
    return { part: { hour: Math.floor(hour.value / 100), minute: hour.value % 100, second: null }, tokens: 1 };
  }
  if (hour.digits > 2 || hour.value > 24) return null;
  const half = halfAt(tokens, at + 1);
  const part: TimePart = { hour: hour.value, minute: 0, second: null };
  if (half !== null && hour.value <= 12) return { part: shifted(part, half.part), tokens: 1 + half.tokens };
  return next === 'uhr' || next === 'uur' || (next === 'h' && tokens[at + 1]?.spaced === false)
    ? { part, tokens: 2 }
    : null;
}

/** `am`, `p.m.`, `오후`: true for the second half of the day. */
function halfAt(tokens: readonly Token[], at: number): Taken<boolean> | null {
  const key = tokens[at]?.key ?? '';
  if (BEFORE_NOON.has(key)) return { part: false, tokens: tokens[at + 1]?.key === '.' ? 2 : 1 };
  if (AFTER_NOON.has(key)) return { part: true, tokens: tokens[at + 1]?.key === '.' ? 2 : 1 };
  const dotted = (key === 'a' || key === 'p' || key === 'μ' || key === 'π') && tokens[at + 1]?.key === '.';
  if (!dotted || !['m', 'μ'].includes(tokens[at + 2]?.key ?? '')) return null;
  return { part: key === 'p' || key === 'μ', tokens: tokens[at + 3]?.key === '.' ? 4 : 3 };
}

function shifted(time: TimePart, afternoon: boolean): TimePart {
  if (afternoon && time.hour < 12) return { ...time, hour: time.hour + 12 };
  return !afternoon && time.hour === 12 ? { ...time, hour: 0 } : time;
}

/** Zone names that are words of some language unless they stand in capitals. */
const ALSO_WORDS: ReadonlySet<string> = new Set(
  'et ct mt pt art cat eat west pet cot vet z wit est ast tsi ist mst pst'.split(' '),
);

const UNIVERSAL: ReadonlySet<string> = new Set(['z', 'gmt', 'utc']);

/** `BST`, `GMT+2`, `+02:00`, `(UTC)`; only behind `time`. */
export function zoneAt(tokens: readonly Token[], at: number, time: TimePart): Taken<ZonePart> | null {
  const offset = offsetAt(tokens, at);
  if (offset !== null) return isEndOf(time, offset) ? null : offset;
  const named = phraseAt(ZONE_NAMES, tokens, at);
  if (named === null || (ALSO_WORDS.has(named.meaning) && !tokens[at]?.capitals)) return null;
  if (UNIVERSAL.has(named.meaning)) {
    const shift = offsetAt(tokens, at + 1);
    if (shift !== null) return { part: shift.part, tokens: shift.tokens + 1 };
    return { part: { kind: 'offset', minutes: 0 }, tokens: named.tokens };
  }
  return { part: { kind: 'name', name: named.meaning }, tokens: named.tokens };
}

/** `10:00-11:30` is from when to when: it ends after it begins, where clocks that lag so far behind are rare. */
function isEndOf(time: TimePart, { part, tokens }: Taken<ZonePart>): boolean {
  if (part.kind !== 'offset' || part.minutes >= 0 || tokens !== RANGE_TOKENS || time.second !== null) return false;
  return -part.minutes > time.hour * 60 + time.minute;
}

/** Of `-11:30`. */
const RANGE_TOKENS = 4;
/** The widest offsets in use are -12:00 and +14:00. */
const WIDEST_OFFSET_HOURS = { behind: 12, ahead: 14 } as const;
/** No clock in use differs from the hour by anything else. */
const OFFSET_MINUTES: ReadonlySet<number> = new Set([0, 15, 30, 45]);

function offsetAt(tokens: readonly Token[], at: number): Taken<ZonePart> | null {
  const sign = tokens[at]?.key;
  const hours = tokens[at + 1];
  if ((sign !== '+' && sign !== '-' && sign !== '−' && sign !== '–') || hours?.kind !== 'number' || hours.spaced)
    return null;
  const direction = sign === '+' ? 1 : -1;
  if (hours.digits === 4) return offset(direction, Math.floor(hours.value / 100), hours.value % 100, 2);
  if (hours.digits > 2) return null;
  const minutes = tokens[at + 3];
  const colon = tokens[at + 2]?.key === ':' && minutes?.kind === 'number' && minutes.digits === 2;
  return offset(direction, hours.value, colon ? minutes.value : 0, colon ? 4 : 2);
}

function offset(direction: number, hours: number, minutes: number, tokens: number): Taken<ZonePart> | null {
  const widest = direction < 0 ? WIDEST_OFFSET_HOURS.behind : WIDEST_OFFSET_HOURS.ahead;
  if (hours > widest || !OFFSET_MINUTES.has(minutes)) return null;
  return { part: { kind: 'offset', minutes: direction * (hours * 60 + minutes) }, tokens };
}
