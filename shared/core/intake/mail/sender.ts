/**
 * The header of a mail in, what it says of its text out. Promise: nothing of it is certain; a person who writes to another is no outlet, so
 * names count only of mail that was sent to many.
 */
import { decodeHeaderText } from '../../encoded-words.ts';
import type { StatedField } from '../formats/stated.ts';

type Fields = ReadonlyMap<string, string>;

export function fieldsOfMail(fields: Fields): readonly StatedField[] {
  const said = (field: StatedField['field'], value: string, where: string): readonly StatedField[] =>
    value === '' ? [] : [{ field, value, where: `mail ${where}` }];
  return [
    ...said('headline', bareSubject(text(fields, 'subject')), 'Subject'),
    ...said('published', dateOf(fields), 'Date'),
    ...(isForMany(fields) ? said('publisher', nameOfList(text(fields, 'list-id')), 'List-Id') : []),
    ...(isForMany(fields) ? said('publisher', displayName(text(fields, 'from')), 'From') : []),
    ...said('language', languageOf(fields), 'Content-Language'),
  ];
}

function text(fields: Fields, name: string): string {
  return decodeHeaderText(fields.get(name) ?? '').replace(/\s{1,200}/g, ' ');
}

/** `Fwd: [Halden] Ferry returns` //=> `Ferry returns` */
export function bareSubject(subject: string): string {
  let bare = subject;
  for (let step = 0; step < 5; step += 1) {
    const next = bare.replace(/^(?:(?:re|fwd?|aw|wg|tr|rv|sv)\s{0,3}:|\[[^\][]{1,60}\])\s{0,5}/i, '');
    if (next === bare || next === '') break;
    bare = next;
  }
  return bare;
}

/** Without the name of the zone in brackets. */
export function dateOf(fields: Fields): string {
  return (fields.get('date') ?? '')
    .replace(/\([^()]{0,60}\)/, '')
    .trim()
    .slice(0, 100);
}

const MAIL_DATE = /^(?:[A-Za-z]{3}, {0,3})?\d{1,2} [A-Za-z]{3} \d{4} \d\d:\d\d(?::\d\d)? (?:[+-]\d{4}|GMT|UTC?)$/;

/** Only a stated offset makes an instant. */
export function instantOfMail(date: string): string | null {
  const ms = MAIL_DATE.test(date) ? Date.parse(date) : Number.NaN;
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}

/** Whoever sends to many says so, that readers may leave the list. */
function isForMany(fields: Fields): boolean {
  return (
    fields.has('list-id') || fields.has('list-unsubscribe') || /^(?:bulk|list)$/i.test(fields.get('precedence') ?? '')
  );
}

/** `Halden Courier <news.halden.example>` //=> `Halden Courier` */
function nameOfList(id: string): string {
  return id
    .replace(/<[^<>]{0,300}>.{0,100}$/, '')
    .replaceAll('"', '')
    .trim();
}

/** `"Halden Courier" <news@halden.example>` //=> `Halden Courier`; an address alone has none. */
function displayName(from: string): string {
  const name = /^([^<>]{1,200})</.exec(from)?.[1] ?? '';
  return name.replaceAll('"', '').trim();
}

function languageOf(fields: Fields): string {
  return (fields.get('content-language') ?? '').split(',')[0]?.trim() ?? '';
}
