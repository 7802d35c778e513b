/**
 * When a page without a date must have appeared. In: dates in captions, and the weekdays that the text names. Out: a span of days.
 * Promise: it is only an estimate: an instant is never made of it, and an archive picture that the text does not speak of gives none.
 */
import { weekdayOf } from '../read/date-parts.ts';
import { type DateStatement, findDates } from '../read/dates.ts';
import { namedWeekdays } from '../read/weekday-names.ts';
import type { Published } from '../record.ts';
import { placeOf } from './found.ts';
import type { Sources } from './sources.ts';
import { dateContext, type Surroundings } from './surroundings.ts';

interface DatedCaption {
  readonly day: string;
  readonly weekday: number;
  readonly statement: DateStatement;
  readonly where: string;
}

/** Paragraphs in which a report says on which weekday it happened. */
const OPENING_PARAGRAPHS = 12;

export function estimateOf(sources: Sources, around: Surroundings, body: readonly string[]): Published['estimate'] {
  const captions = datedCaptions(sources, around);
  const latest = captions.toSorted((a, b) => b.day.localeCompare(a.day))[0];
  if (latest === undefined) return null;
  const twice = captions.filter(({ day }) => day === latest.day).length > 1;
  const told = namedWeekdays(body.slice(0, OPENING_PARAGRAPHS).join('\n')).has(latest.weekday);
  if (!twice && !told) return null;
  const basis = `caption "${latest.statement.raw}" (${latest.where})${told ? ', weekday named in the text' : ''}`;
  return { earliest: latest.day, latest: dayAfter(latest.day), basis };
}

function datedCaptions(sources: Sources, around: Surroundings): readonly DatedCaption[] {
  const context = dateContext(around);
  const found = sources
    .blocks('media.caption', 'media.alt', 'media.credit')
    .flatMap(({ block }) => findDates(block.text, context).map((statement) => ({ statement, where: placeOf(block) })));
  const year = found.find(({ statement }) => statement.value.year !== null)?.statement.value.year ?? null;
  return found.flatMap(({ statement, where }) => {
    const { value } = statement;
    const inYear = value.year ?? year;
    if (inYear === null || value.day === null || value.ambiguous) return [];
    const weekday = weekdayOf(inYear, value.month, value.day);
    if (value.weekday !== null && value.weekday !== weekday) return [];
    return [{ day: dayText(inYear, value.month, value.day), weekday, statement, where }];
  });
}

function dayText(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const DAY_MS = 24 * 60 * 60 * 1000;

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}
