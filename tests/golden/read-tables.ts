/** The readers of single lines, by the names of their tables. In: a line, `en-GB| ` before it where the language counts. Out: all that was read in it. */
import { kindOfNote, readAdvisory } from '../../shared/core/read/advisory.ts';
import { agencyIn, agencyOf } from '../../shared/core/read/agencies.ts';
import { type Byline, readByline } from '../../shared/core/read/byline.ts';
import { type Piece, piecesOf } from '../../shared/core/read/byline-pieces.ts';
import { bylinePrefix } from '../../shared/core/read/byline-prefix.ts';
import { splitCaption, splitKnownCaption } from '../../shared/core/read/caption.ts';
import { readCredit } from '../../shared/core/read/credit.ts';
import { namesPhotoSource } from '../../shared/core/read/credit-labels.ts';
import { dateTokens } from '../../shared/core/read/date-tokens.ts';
import { readDateline } from '../../shared/core/read/dateline.ts';
import { type DateStatement, findDates, readDate } from '../../shared/core/read/dates.ts';
import { embargoLine, embargoNote } from '../../shared/core/read/embargo.ts';
import { readFactsLine } from '../../shared/core/read/facts-line.ts';
import { fold, numberOf } from '../../shared/core/read/fold.ts';
import { inReadingOrder, isoDate, longForm } from '../../shared/core/read/machine-dates.ts';
import { looksLikeName, readsAsText } from '../../shared/core/read/names.ts';
import { namedWeekdays } from '../../shared/core/read/weekday-names.ts';
import { shown } from './shown.ts';

type Reader = (input: string) => unknown;

const LANGUAGE = /^([a-z]{2}(?:-[A-Z]{2})?)\| ?/;

/** `de| von Anna Müller` */
function spoken<Result>(read: (text: string, language: string | null) => Result): Reader {
  return (input) => {
    const [whole = '', language = null] = LANGUAGE.exec(input) ?? [];
    return read(input.slice(whole.length), language);
  };
}

/** `published "4 May 2021 17:27" at 10 to 26: 2021-5-4 17:27`, with all that is known of it behind. */
function statement({ role, raw, start, end, value }: DateStatement): string {
  const { year, month, day, time, zone, weekday, ambiguous } = value;
  const parts = [
    [year, month, day].map((part) => part ?? '?').join('-'),
    ...(time === null ? [] : [[time.hour, time.minute, ...(time.second === null ? [] : [time.second])].join(':')]),
    ...(zone === null ? [] : [shown(zone)]),
    ...(weekday === null ? [] : [`weekday ${weekday}`]),
    ...(ambiguous ? ['ambiguous'] : []),
  ];
  return `${role} ${shown(raw)} at ${start} to ${end}: ${parts.join(' ')}`;
}

/** `Anna Lee (person), Bo Novak (person); text "Anna Lee and Bo Novak"; weak; no agency` */
function bylineText(byline: Byline | null): string {
  if (byline === null) return 'none';
  const names = byline.names.map(({ name, kind }) => `${name} (${kind})`).join(', ');
  const { text, raw, basis, agency } = byline;
  return [
    names === '' ? 'nobody' : names,
    `text ${shown(text)}`,
    `raw ${shown(raw)}`,
    basis,
    agency?.code ?? 'no agency',
  ].join('; ');
}

/** Under each name what came out; what is said twice is said once. */
function distinct(results: Readonly<Record<string, string>>): readonly string[] {
  const names = Map.groupBy(Object.entries(results), ([, result]) => result);
  return [...names].map(([result, of]) => `${of.map(([name]) => name).join(', ')}: ${result}`);
}

function piecesText(pieces: readonly Piece[]): string {
  return (
    pieces.map(({ kind, text, start, end }) => `${kind} ${shown(text)} at ${start} to ${end}`).join('; ') || 'none'
  );
}

export const READ_TABLES: Readonly<Record<string, Reader>> = {
  advisories: (line) => ({ line: readAdvisory(line), note: kindOfNote(line) }),
  agencies: (text) => ({ whole: agencyOf(text), first: agencyIn(text, 'first'), last: agencyIn(text, 'last') }),
  bylines: spoken((line, language) => [
    `prefix: ${shown(bylinePrefix(line, language))}`,
    ...distinct({
      'any line': bylineText(readByline(line, language)),
      'beside a date': bylineText(readByline(line, language, { besideDate: true })),
      'where bylines stand': bylineText(readByline(line, language, { asNameLine: true })),
      'there, beside a date': bylineText(readByline(line, language, { asNameLine: true, besideDate: true })),
    }),
  ]),
  'byline-pieces': spoken((line, language) =>
    distinct({
      bare: piecesText(piecesOf(line, 0, line.length, language, { trust: 'bare', lenient: false })),
      prefixed: piecesText(piecesOf(line, 0, line.length, language, { trust: 'prefixed', lenient: false })),
      lenient: piecesText(piecesOf(line, 0, line.length, language, { trust: 'prefixed', lenient: true })),
    }),
  ),
  names: (text) => ({
    bare: looksLikeName(text),
    prefixed: looksLikeName(text, 'prefixed'),
    text: readsAsText(text),
  }),
  captions: (line) => ({ line: splitCaption(line), known: splitKnownCaption(line) }),
  credits: (line) => ({ credit: readCredit(line), photo: namesPhotoSource(line) }),
  datelines: (paragraph) => readDateline(paragraph),
  dates: spoken((line, language) => {
    const read = readDate(line, { language });
    const whole = read?.statements.map(statement) ?? [];
    const inside = findDates(line, { language }).map(statement);
    return [
      read === null ? 'no date line' : `${read.kind} ${read.role} ${shown(read.raw)}`,
      ...whole,
      ...(shown(whole) === shown(inside) ? [] : inside.map((one) => `inside: ${one}`)),
    ];
  }),
  'dates-american-outlet': (line) => findDates(line, { language: 'en', prefer: 'mdy' }).map(statement),
  'dates-british-outlet': (line) => findDates(line, { language: 'en', prefer: 'dmy' }).map(statement),
  'date-tokens': (line) =>
    dateTokens(line).map(({ kind, key, value, digits, start, end, spaced, capitals }) =>
      [kind, key, value, digits, start, end, spaced ? 'spaced' : 'glued', capitals ? 'capitals' : 'small'].join(' '),
    ),
  'machine-dates': (value) => ({ order: inReadingOrder(value), long: longForm(value), iso: isoDate(value) }),
  embargoes: spoken((line, language) => ({
    line: embargoLine(line, { language }),
    note: embargoNote(line, { language }),
  })),
  'facts-lines': spoken((line, language) => {
    const read = readFactsLine(line, { language });
    return read === null ? ['none'] : [...read.dates.map(statement), `byline: ${bylineText(read.byline)}`];
  }),
  folds: (word) => ({ word: fold(word), number: numberOf(word) }),
  weekdays: (text) => [...namedWeekdays(text)],
};
