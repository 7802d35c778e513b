/**
 * Whether a line can be nothing but a date: a walk over its words before it is taken apart. In: the line. Out: no, or "perhaps".
 * Promise: a no only where some word stands in no table of dates, so that no piece of a date can hold it.
 */
import { CLOCK_KEYS } from './clock.ts';
import { gateOf, mayBegin } from './gate.ts';
import { DATE_LINKS, ERAS, ORDINALS } from './named-date.ts';
import * as vocabulary from './vocabulary.ts';

/** Every word that a piece of a date may hold, at whatever place of it. */
const KEYS: ReadonlySet<string> = new Set([
  ...[
    vocabulary.MONTH_NAMES,
    vocabulary.WEEKDAY_NAMES,
    vocabulary.ROLE_WORDS,
    vocabulary.FILLERS,
    vocabulary.COMPANIONS,
    vocabulary.BEFORE,
    vocabulary.AFTER,
    vocabulary.UNITS,
    vocabulary.COUNTS,
    vocabulary.NOW,
    vocabulary.ZONE_NAMES,
  ].flatMap((index) => [...index.values()].flatMap((entries) => entries.flatMap(({ keys }) => keys))),
  ...vocabulary.BRACKETED_WEEKDAYS.keys(),
  ...vocabulary.BEFORE_NOON,
  ...vocabulary.AFTER_NOON,
  ...CLOCK_KEYS,
  ...DATE_LINKS,
  ...ORDINALS,
  ...Object.keys(ERAS),
  // `T` between a day and a time, and what follows a year in Lithuanian.
  ...['t', 'm'],
]);

/** Only plain words are judged. */
const GATE = gateOf([...KEYS].filter((key) => isPlain(key.charCodeAt(0))));

export function mayBeOnlyDate(text: string): boolean {
  const lower = text.toLowerCase();
  for (let at = 0; at < lower.length; at += 1) {
    if (!isPlain(lower.charCodeAt(at))) continue;
    let end = at + 1;
    while (end < lower.length && isPlain(lower.charCodeAt(end))) end += 1;
    // Behind an apostrophe a word goes on, and beside letters that are not plain it began or ends elsewhere.
    const isWhole = endsWord(lower, at - 1) && endsWord(lower, end);
    if (isWhole && !(mayBegin(GATE, lower, at) && KEYS.has(lower.slice(at, end)))) return false;
    at = end;
  }
  return true;
}

function isPlain(code: number): boolean {
  return code > 0x60 && code < 0x7b;
}

/** The end of the line, or a plain character that is no letter and no apostrophe. */
function endsWord(lower: string, at: number): boolean {
  if (at < 0 || at >= lower.length) return true;
  const code = lower.charCodeAt(at);
  return code < 0x80 && code !== 0x27;
}
