/**
 * Scraping: a line comes in, the pieces it was glued together from go out.
 * Promise: a cut is made only between a small letter, digit or stop and a capital that follows at once, and only where one
 * side is known furniture, a sentence ends, or the neighbouring line says where the headline begins. McDonald, YouTube and
 * JonBenét stay whole.
 */
import { mayBeCredit } from '../label/credit-gate.ts';
import { mayBeDate } from '../label/fact-gate.ts';
import { fold, foldInside, withoutEdges } from '../label/fold.ts';
import { findPhrase, mayBeFurniture, wholePhrase } from '../label/phrases.ts';
import { readByline } from '../read/byline.ts';
import { readCredit } from '../read/credit.ts';
import { photoLabelLength } from '../read/credit-labels.ts';
import { PHOTO_LABEL } from '../read/credit-phrases.ts';
import { readDate } from '../read/dates.ts';
import { readFactsLine } from '../read/facts-line.ts';

export interface Neighbours {
  readonly before: string | null;
  readonly after: string | null;
}

/** What may stand right before a capital where two things were glued: small letters, digits, closing signs. */
const SEAM_SIGNS = '0123456789.!?)]';
const BEFORE_SEAM = /[\p{Ll}\p{Nd}…”»]/u;
const CAPITAL = /\p{Lu}/u;
/** Furniture is short; a line with more seams than this is not text. */
const MOST_SEAMS = 40;
/** `agoShare` is glued, `GooglePlay` is a name: one word of furniture is believed only after a word that begins small. */
const SMALL_WORD = /[ (][\p{Ll}\p{Nd}][\p{Ll}\p{Nd}.!?)]*$/u;
const SHORTEST_WORD = 3;
const WORD_CHARS = 30;
/** Without one of these a name is no credit. */
const CREDIT_SIGN = /[,:/©|]| by |images$/i;
const FURNITURE_CHARS = 160;
/** A byline, and a date with its label and time, are shorter. */
const DATE_CHARS = 90;
/** A repeated headline is at least this long, so that a repeated name is none. */
const HEADLINE_CHARS = 24;
const TRIM = /^[\s>|:›»/–—-]+/;

export function unfusePieces(text: string, neighbours: Neighbours): readonly string[] {
  const parts = aroundHeadline(text, neighbours);
  if (parts.length === 1 && !hasSeam(text)) return parts;
  const pieces: string[] = [];
  for (const part of parts) pieces.push(...atSeams(part));
  return pieces.length > 1 ? pieces : [text];
}

function hasSeam(text: string): boolean {
  for (let at = 1; at < text.length; at++) if (isSeam(text, at)) return true;
  return false;
}

/** `Home > NewsRiver rises -The Paper` beside a line `River rises` is three things. */
function aroundHeadline(text: string, { before, after }: Neighbours): readonly string[] {
  for (const headline of [after, before]) {
    if (headline === null || headline.length < HEADLINE_CHARS || headline.length >= text.length) continue;
    const at = text.indexOf(headline);
    if (at === -1 || !(glued(text, at) || glued(text, at + headline.length))) continue;
    const rest = text.slice(at + headline.length).replace(TRIM, '');
    return [text.slice(0, at).trim(), headline, rest.trim()].filter((piece) => piece !== '');
  }
  return [text];
}

/** No blank stands between the two characters at `at`, and both belong to words. */
function glued(text: string, at: number): boolean {
  return at > 0 && at < text.length && /[\p{L}\p{N}]/u.test(text[at - 1] ?? '') && /[\p{L}\p{N}]/u.test(text[at] ?? '');
}

function atSeams(text: string): readonly string[] {
  const pieces: string[] = [];
  let from = 0;
  let seams = 0;
  for (let at = 1; at < text.length; at++) {
    if (!isSeam(text, at)) continue;
    if (++seams > MOST_SEAMS) break;
    if (!isCut(text.slice(from, at), text.slice(at))) continue;
    pieces.push(text.slice(from, at).trim());
    from = at;
  }
  pieces.push(text.slice(from).trim());
  return pieces;
}

/** A capital follows without a blank; nearly every place is told by two plain character codes. */
function isSeam(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80 ? code < 0x41 || code > 0x5a : !CAPITAL.test(text[at] ?? '')) return false;
  const before = text.charCodeAt(at - 1);
  if (before < 0x80) return (before > 0x60 && before < 0x7b) || SEAM_SIGNS.includes(text[at - 1] ?? ' ');
  return BEFORE_SEAM.test(text[at - 1] ?? '');
}

function isCut(left: string, right: string): boolean {
  return (
    opensFurniture(left, right) ||
    opensDate(left, right) ||
    opensByline(left, right) ||
    closesFurniture(left, right) ||
    endsSentence(left, right)
  );
}

/** The rest of the line is the credit of a picture or furniture, or begins with furniture of two words or more. */
function opensFurniture(left: string, right: string): boolean {
  if (
    right.length <= FURNITURE_CHARS &&
    CREDIT_SIGN.test(right) &&
    mayBeCredit(right) &&
    readCredit(right)?.kind === 'photo'
  ) {
    return isPlainLeft(left) || photoLabelLength(PHOTO_LABEL, right) > 0;
  }
  if (!mayBeFurniture(right)) return false;
  const inside = foldInside(right.slice(0, FURNITURE_CHARS));
  const hit = findPhrase(withoutEdges(inside), inside);
  if (hit === null) return false;
  if (hit.phrase.trim().includes(' ')) return true;
  return (
    hit.place === 'whole' && hit.phrase.length >= SHORTEST_WORD && isPlainLeft(left) && /^\p{Lu}\p{Ll}/u.test(right)
  );
}

function isPlainLeft(left: string): boolean {
  return SMALL_WORD.test(left.slice(-WORD_CHARS)) || /\p{Ll}{3}[.!?…][)”»]?$/u.test(left.slice(-6));
}

/** `By Anna LeePublished: 3 May 2026`: the rest of the line is a date, and what stands before it is no label of one. */
function opensDate(left: string, right: string): boolean {
  if (right.length > DATE_CHARS || left.length > DATE_CHARS || !/\d/.test(right) || !mayBeDate(right)) return false;
  return readDate(right, { language: null })?.kind === 'absolute' && readDate(left, { language: null }) === null;
}

/** `River risesBy Anna Lee3 May 2026`: the rest of the line says who wrote it, and perhaps when. */
function opensByline(left: string, right: string): boolean {
  if (right.length > DATE_CHARS || !left.includes(' ') || !BYLINE_OPENS.test(right)) return false;
  const facts = readFactsLine(right, { language: null });
  const byline = facts?.byline ?? readByline(right, null);
  if (byline === null || byline.names.length === 0) return false;
  return byline.basis === 'strong' || (byline.basis === 'weak' && facts !== null);
}

/** A short word and a name; nearly every line fails here. */
const BYLINE_OPENS = /^\p{Lu}\p{Ll}{1,8} \p{Lu}/u;

/** `AdvertisementThe minister said`: the line so far is furniture, and at least two words follow. */
function closesFurniture(left: string, right: string): boolean {
  if (left.length > FURNITURE_CHARS || left.length < 5 || /[a-z]\p{Lu}/u.test(left)) return false;
  const next = /^[\p{L}'’]+(?= \p{L})/u.exec(right);
  return next !== null && SENTENCE_OPENERS.has(next[0].toLowerCase()) && wholePhrase(fold(left)) !== null;
}

/** Words that open sentences but end no name: `SharePoint` stays whole, `ShareThe` does not. */
const SENTENCE_OPENERS: ReadonlySet<string> = new Set(
  'the a an in on at it he she they we i this that these there when after as by for from with but and if der die das ein eine im am es er sie wir le la les un une il elle el los las en o os um uma het een de'.split(
    ' ',
  ),
);

/** `… logged out.The next`: a word of three letters and a stop, then a capital word. `U.S.The` and `Node.Js` are left alone. */
function endsSentence(left: string, right: string): boolean {
  return /\p{Ll}{3}[.!?…][)”"»]?$/u.test(left.slice(-6)) && left.includes(' ') && opensSentence(right);
}

/** Long enough to be no file ending, or a short word that opens sentences. */
function opensSentence(right: string): boolean {
  const word = /^\p{Lu}[\p{L}'’]{0,30}(?= \p{L})/u.exec(right.slice(0, 40))?.[0];
  return word !== undefined && (word.length >= SHORTEST_WORD || SENTENCE_OPENERS.has(word.toLowerCase()));
}
