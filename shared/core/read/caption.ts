/**
 * A picture's caption and its credit, when one line holds both. In: the line. Out: the two parts; null when no credit ends it.
 * Promise: the caption keeps the writer's words, with its full stop.
 */
import { type Agency, agencyIn, agencyOf } from './agencies.ts';
import { namesPhotoSource, photoLabelLength } from './credit-labels.ts';
import { PHOTO_LABEL } from './credit-phrases.ts';

export interface CaptionAndCredit {
  readonly caption: string;
  /** Without its label and brackets. */
  readonly credit: string;
  readonly agency: Agency | null;
}

/** Captions run to a short paragraph; credits at the end to a line. */
const CAPTION_CHARS = 1_200;
const CREDIT_CHARS = 140;

export function splitCaption(text: string): CaptionAndCredit | null {
  if (text.length > CAPTION_CHARS) return null;
  return bracketed(text) ?? labelled(text) ?? copyrighted(text) ?? trailingAgency(text);
}

const LAST_BRACKET = /\s?[([（【]([^()[\]（）【】]{2,140})[)\]）】][.\s]{0,2}$/;

/** `Harbour Square (City Press Service)`, `The square at noon. (Photo by Anna Müller)`, `A bridge [Jo Li/The Post]` */
function bracketed(text: string): CaptionAndCredit | null {
  const tail = text.slice(-CREDIT_CHARS - 4);
  const match = LAST_BRACKET.exec(tail);
  const inside = match?.[1];
  if (match === null || inside === undefined) return null;
  const label = photoLabelLength(PHOTO_LABEL, inside);
  if (label === 0 && agencyOf(inside) === null && !namesPhotoSource(inside) && !SLASHED.test(inside)) return null;
  return parts(
    text.slice(0, text.length - tail.length + match.index),
    inside.slice(label === inside.length ? 0 : label),
  );
}

/** `The lighthouse at dusk (Harbour Trust)`: where the line is known to be a caption, a name in brackets at its end is the credit. */
export function splitKnownCaption(text: string): CaptionAndCredit | null {
  const split = splitCaption(text);
  if (split !== null || text.length > CAPTION_CHARS) return split;
  const tail = text.slice(-CREDIT_CHARS - 4);
  const match = LAST_BRACKET.exec(tail);
  const inside = match?.[1];
  if (match === null || inside === undefined || !isName(inside)) return null;
  return parts(text.slice(0, text.length - tail.length + match.index), inside);
}

const SMALL: ReadonlySet<string> = new Set('of the for and de la del du des der die und van di e y et'.split(' '));
const NAME_WORDS = { fewest: 2, most: 7 } as const;

/** Words that begin with capitals, small ones such as `of the` between them; no digits, no signs. */
function isName(text: string): boolean {
  const words = text.split(' ');
  const capitals = words.filter((word) => /^\p{Lu}[\p{L}.'’&-]{0,30}$/u.test(word)).length;
  const small = words.filter((word) => SMALL.has(word)).length;
  return capitals >= NAME_WORDS.fewest && words.length <= NAME_WORDS.most && capitals + small === words.length;
}

const SLASHED = /^\p{Lu}[\p{L}.' -]{2,40}\/\s?\p{Lu}[\p{L}.' /-]{1,60}$/u;
/** A label inside a line begins after the end of a sentence, a dash or a bar. */
const BOUNDARY = /[.!?"”»|–—•)\p{Ll}\p{Nd}]\s?(?=[\p{Lu}\p{Lo}])|\s[-/]\s/gu;

/** `… on 3 May 2021. Picture: X/REUTERS`, `… in 2021Photo: Jo Li` */
function labelled(text: string): CaptionAndCredit | null {
  const from = Math.max(0, text.length - CREDIT_CHARS);
  for (const match of text.slice(from).matchAll(BOUNDARY)) {
    const at = from + match.index + match[0].length;
    const tail = text.slice(at);
    const length = photoLabelLength(PHOTO_LABEL, tail);
    const separated =
      tail[length - 2] === ':' ||
      /[:：,=/]/.test(tail.slice(0, length)) ||
      tail.slice(0, length).trimEnd().endsWith('by');
    if (length > 0 && length < tail.length && separated) return parts(text.slice(0, at), tail.slice(length));
  }
  return null;
}

/** `The square at noon © Anna Müller` */
function copyrighted(text: string): CaptionAndCredit | null {
  const at = text.lastIndexOf('©');
  const credit = text.slice(at + 1);
  return at > 0 && credit.length <= CREDIT_CHARS && credit.trim() !== '' ? parts(text.slice(0, at), credit) : null;
}

/** Between a caption and the agency behind it; the full stop stays with the caption. */
const SEPARATORS: readonly string[] = [' | ', ' / ', ' – ', ' — ', ' - ', ' /', '. ', '! ', '? ', '” ', '" '];
const LONGEST_AGENCY = 80;

/** `Protesters in Rome | AP`, `Protesters in Rome. Getty Images` */
function trailingAgency(text: string): CaptionAndCredit | null {
  const places = SEPARATORS.map((separator) => ({ separator, at: text.lastIndexOf(separator) }));
  const last = places.toSorted((a, b) => b.at - a.at)[0];
  if (last === undefined || last.at < 1) return null;
  const credit = text.slice(last.at + last.separator.length);
  if (credit.length < 2 || credit.length > LONGEST_AGENCY) return null;
  const sure = agencyOf(credit) !== null || (namesPhotoSource(credit) && credit.split(' ').length <= 6);
  return sure ? parts(text.slice(0, last.at + (last.separator.startsWith(' ') ? 0 : 1)), credit) : null;
}

function parts(caption: string, credit: string): CaptionAndCredit | null {
  const before = caption.replace(/[\s|/–—•-]{0,4}$/, '').trim();
  const after = credit.replace(/^[\s:,]{1,3}/, '').replace(/[\s,]{0,2}$/, '');
  return before === '' || after === '' ? null : { caption: before, credit: after, agency: agencyIn(after, 'last') };
}
