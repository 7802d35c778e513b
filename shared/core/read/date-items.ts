/**
 * A line as a row of pieces that dates are made of. In: tokens. Out: items in order, each token in exactly one.
 * Promise: nothing is concluded here; `other` says that a token belongs to no date.
 */
import { timeAt, zoneAt } from './clock.ts';
import type { DateContext, DayPart, TimePart, ZonePart } from './date-parts.ts';
import { ERAS, namedDateAt } from './named-date.ts';
import { numericDateAt } from './numeric-date.ts';
import { type PhraseHit, phraseAt } from './phrases.ts';
import { relativeAt } from './relative.ts';
import type { Token } from './tokens.ts';
import {
  AFTER_NOON,
  BEFORE,
  BEFORE_NOON,
  BRACKETED_WEEKDAYS,
  COMPANIONS,
  COUNTS,
  type DateRole,
  FILLERS,
  MONTH_NAMES,
  NOW,
  ROLE_WORDS,
  UNITS,
  WEEKDAY_NAMES,
} from './vocabulary.ts';

export type ItemMeaning =
  | { readonly kind: 'day'; readonly day: DayPart }
  | { readonly kind: 'time'; readonly time: TimePart }
  | { readonly kind: 'zone'; readonly zone: ZonePart }
  | { readonly kind: 'weekday'; readonly weekday: number }
  | { readonly kind: 'label'; readonly role: DateRole }
  | { readonly kind: 'relative' | 'filler' | 'sign' | 'other' };

export type DateItem = ItemMeaning & { readonly start: number; readonly end: number };

type Found = { readonly meaning: ItemMeaning; readonly tokens: number };

const QUIET_SIGNS: ReadonlySet<string> = new Set('|•·‧・,:;-–—−/()[]（）【】.。、，：|│»›>*~_＝='.split(''));

/** With `whole`, the items end with the first `other`: the caller wants a line that is nothing but a date. */
export function dateItems(tokens: readonly Token[], context: DateContext, whole: boolean): readonly DateItem[] {
  const items: DateItem[] = [];
  let at = 0;
  while (at < tokens.length) {
    const found = itemAt(tokens, at, items, context);
    const [first, last] = [tokens[at], tokens[at + found.tokens - 1]];
    if (first !== undefined && last !== undefined) items.push({ ...found.meaning, start: first.start, end: last.end });
    if (whole && found.meaning.kind === 'other') break;
    at += found.tokens;
  }
  return items;
}

function itemAt(tokens: readonly Token[], at: number, before: readonly DateItem[], context: DateContext): Found {
  const token = tokens[at];
  if (token?.kind === 'sign') return signAt(tokens, at, before);
  if (token?.kind === 'number') return numberAt(tokens, at, before, context);
  return wordAt(tokens, at, before, context);
}

function signAt(tokens: readonly Token[], at: number, before: readonly DateItem[]): Found {
  const last = meaningful(before);
  const zone = last?.kind === 'time' ? zoneAt(tokens, at, last.time) : null;
  if (zone !== null) return { meaning: { kind: 'zone', zone: zone.part }, tokens: zone.tokens };
  const weekday = BRACKETED_WEEKDAYS.get(tokens[at + 1]?.key ?? '');
  const closed = [')', '）'].includes(tokens[at + 2]?.key ?? '');
  if (weekday !== undefined && closed) return { meaning: { kind: 'weekday', weekday }, tokens: 3 };
  return { meaning: { kind: QUIET_SIGNS.has(tokens[at]?.key ?? '') ? 'sign' : 'other' }, tokens: 1 };
}

function numberAt(tokens: readonly Token[], at: number, before: readonly DateItem[], context: DateContext): Found {
  const day = namedDateAt(tokens, at) ?? numericDateAt(tokens, at, context);
  if (day !== null) return { meaning: { kind: 'day', day: day.part }, tokens: day.tokens };
  const relative = relativeAt(tokens, at);
  if (relative > 0) return { meaning: { kind: 'relative' }, tokens: relative };
  const time = timeAt(tokens, at, meaningful(before)?.kind === 'day');
  if (time !== null) return { meaning: { kind: 'time', time: time.part }, tokens: time.tokens };
  const companion = phraseAt(COMPANIONS, tokens, at + 1);
  return companion === null ? OTHER : { meaning: { kind: 'filler' }, tokens: 1 + companion.tokens };
}

const OTHER: Found = { meaning: { kind: 'other' }, tokens: 1 };

/** Words that a piece of a date may begin with; no other word is worth ten look-ups. */
const DATE_WORDS: ReadonlySet<string> = new Set([
  ...[WEEKDAY_NAMES, MONTH_NAMES, NOW, BEFORE, COUNTS, UNITS, ROLE_WORDS, COMPANIONS, FILLERS].flatMap((index) => [
    ...index.keys(),
  ]),
  ...BEFORE_NOON,
  ...AFTER_NOON,
  ...Object.keys(ERAS),
  ...['a', 'p', 'μ', 'π', 't'],
]);

function wordAt(tokens: readonly Token[], at: number, before: readonly DateItem[], context: DateContext): Found {
  const last = meaningful(before);
  const zone = last?.kind === 'time' ? zoneAt(tokens, at, last.time) : null;
  if (zone !== null) return { meaning: { kind: 'zone', zone: zone.part }, tokens: zone.tokens };
  if (!DATE_WORDS.has(tokens[at]?.key ?? '')) return OTHER;
  const weekday = weekdayAt(tokens, at, last, context);
  if (weekday !== null) return weekday;
  const day = namedDateAt(tokens, at);
  if (day !== null) return { meaning: { kind: 'day', day: day.part }, tokens: day.tokens };
  const time = timeAt(tokens, at, false);
  if (time !== null) return { meaning: { kind: 'time', time: time.part }, tokens: time.tokens };
  const relative = relativeAt(tokens, at);
  if (relative > 0) return { meaning: { kind: 'relative' }, tokens: relative };
  return labelAt(tokens, at, last);
}

function labelAt(tokens: readonly Token[], at: number, last: DateItem | null): Found {
  const role = phraseAt(ROLE_WORDS, tokens, at);
  const companion = phraseAt(COMPANIONS, tokens, at);
  const filler = phraseAt(FILLERS, tokens, at);
  if (role !== null && role.tokens >= tokenCount(filler)) {
    return { meaning: { kind: 'label', role: role.meaning }, tokens: role.tokens };
  }
  const isoT = last?.kind === 'day' && tokens[at]?.key === 't' && tokens[at]?.spaced === false;
  const quiet = Math.max(tokenCount(companion), tokenCount(filler), isoT ? 1 : 0);
  return quiet === 0 ? OTHER : { meaning: { kind: 'filler' }, tokens: quiet };
}

/** Short names (`mar`, `do`) are weekdays only beside a date. */
function weekdayAt(tokens: readonly Token[], at: number, last: DateItem | null, context: DateContext): Found | null {
  const weekday = phraseAt(WEEKDAY_NAMES, tokens, at);
  if (weekday === null) return null;
  const next = at + weekday.tokens;
  let after = next;
  while (after < next + 2 && (tokens[after]?.key === '.' || tokens[after]?.key === ',')) after += 1;
  const beside =
    last?.kind === 'day' || namedDateAt(tokens, after) !== null || numericDateAt(tokens, after, context) !== null;
  const long = (tokens[at]?.key.length ?? 0) > 3 || weekday.tokens > 1;
  if (!beside && !long) return null;
  return { meaning: { kind: 'weekday', weekday: weekday.meaning }, tokens: after - at };
}

function tokenCount<Meaning>(hit: PhraseHit<Meaning> | null): number {
  return hit?.tokens ?? 0;
}

/** The last item that is more than a sign or a filler; null when none, or when other words came after it. */
function meaningful(items: readonly DateItem[]): DateItem | null {
  for (let index = items.length - 1; index >= 0; index -= 1) {
    const item = items[index];
    if (item !== undefined && item.kind !== 'sign' && item.kind !== 'filler') return item;
  }
  return null;
}
