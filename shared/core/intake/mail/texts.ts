/**
 * The parts of a mail in; which of them are its text, and which files it brings besides, out. Promise: of several forms of one text the page
 * comes before the plain one; what is an attachment is never taken for the text.
 */
import { decodeHeaderText, decodePercent } from '../../encoded-words.ts';
import type { Part } from './part.ts';

const HTML: ReadonlySet<string> = new Set(['text/html', 'application/xhtml+xml']);

export const isHtml = ({ type }: Part): boolean => HTML.has(type.value);

/** A page with less than this share of the words beside it is a line below them: that the mail was scanned, whose list it is. */
const LEAST_SHARE = 1 / 2;

/** In order. All of one kind: pages, unless they are much shorter than the plain text beside them. `lengthOf`: characters that a part shows. */
export function textsOf(mail: Part, lengthOf: (part: Part) => number): readonly Part[] {
  const all = shown(mail, true);
  const [pages, plain] = [all.filter(isHtml), all.filter((part) => !isHtml(part))];
  if (pages.length === 0 || plain.length === 0) return all;
  const sum = (parts: readonly Part[]) => parts.reduce((length, part) => length + lengthOf(part), 0);
  return sum(pages) < sum(plain) * LEAST_SHARE ? plain : pages;
}

/** Characters outside of tags, and of what is no text. */
export function visibleLength(page: string): number {
  const markup = page.toLowerCase();
  let [length, at] = [0, 0];
  while (at < markup.length) {
    const tag = markup.indexOf('<', at);
    if (tag < 0) return length + markup.length - at;
    length += tag - at;
    const hidden = HIDDEN.exec(markup.slice(tag, tag + 8))?.[1];
    const end = markup.indexOf(hidden === undefined ? '>' : `</${hidden}`, tag + 1);
    if (end < 0) return length;
    at = end + 1;
  }
  return length;
}

const HIDDEN = /^<(style|script|head|title)\b/;

function shown(part: Part, isRoot: boolean): readonly Part[] {
  const { type, parts } = part;
  if (!isRoot && isAttached(part)) return [];
  if (HTML.has(type.value) || type.value === 'text/plain') return [part];
  if (type.value === 'multipart/alternative') return alternative(parts);
  if (type.value === 'multipart/related')
    return [rootOf(part)].flatMap((root) => (root === undefined ? [] : shown(root, true)));
  // Behind what is signed stands the signature.
  if (type.value === 'multipart/signed') return parts.slice(0, 1).flatMap((child) => shown(child, false));
  return parts.flatMap((child) => shown(child, false));
}

/** The last one that can be read is the best one, says the standard; a page is better than its plain form wherever it stands. */
function alternative(parts: readonly Part[]): readonly Part[] {
  const forms = parts.map((child) => shown(child, false)).filter((texts) => texts.length > 0);
  return forms.findLast((texts) => texts.some(isHtml)) ?? forms.at(-1) ?? [];
}

/** What a saved page, or a page with its pictures, is shown by: the part that is named, else the first. */
export function rootOf({ type, parts }: Part): Part | undefined {
  const start = type.parameters.get('start');
  return (start === undefined ? undefined : parts.find(({ fields }) => fields.get('content-id') === start)) ?? parts[0];
}

function isAttached({ type, disposition, fields }: Part): boolean {
  if (disposition.value === 'attachment' || type.value.startsWith('message/')) return true;
  return fileName({ type, disposition, fields }) !== null;
}

/** Names that are shown; how many there are is said besides. */
const MOST_NAMES = 10;
const NAME_CHARS = 100;

/** The files and mails that it brings: by name, else by type. */
export function attachmentsOf(mail: Part): readonly string[] {
  const found = attached(mail, true);
  const more = found.length - MOST_NAMES;
  return [...found.slice(0, MOST_NAMES), ...(more > 0 ? [`${more} more`] : [])];
}

/** Pictures of a page are parts of it. */
function attached(part: Part, isRoot: boolean): readonly string[] {
  const { type, parts } = part;
  if (!isRoot && isAttached(part)) return [fileName(part) ?? type.value];
  if (type.value !== 'multipart/related') return parts.flatMap((child) => attached(child, false));
  return parts
    .filter(({ disposition }) => disposition.value === 'attachment')
    .flatMap((child) => attached(child, false));
}

function fileName({ type, disposition }: Pick<Part, 'type' | 'disposition' | 'fields'>): string | null {
  const plain = disposition.parameters.get('filename') ?? type.parameters.get('name');
  const coded = disposition.parameters.get('filename*') ?? type.parameters.get('name*');
  const name =
    plain === undefined
      ? decodePercent((coded ?? '').replace(/^[\w-]{0,40}'[\w-]{0,20}'/, ''))
      : decodeHeaderText(plain);
  return name.trim() === '' ? null : name.trim().toWellFormed().slice(0, NAME_CHARS).toWellFormed();
}
