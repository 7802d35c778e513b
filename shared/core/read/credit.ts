/**
 * Credits. In: one line. Out: whose copy the text is (`Via AFP newswire`, `Reuters`, `dpa/lno`) or who made the picture
 * (`Picture: X/Y/REUTERS`, `(City Press Service)`), or null. Promise: a sentence that mentions an agency is no credit.
 */
import { type Agency, agencyIn, agencyOf } from './agencies.ts';
import { labelLength, namesPhotoSource, photoLabelLength } from './credit-labels.ts';
import { AGENCY_LABEL, PHOTO_LABEL } from './credit-phrases.ts';

export interface Credit {
  /** `agency`: whose copy the text is. `photo`: whose picture. */
  readonly kind: 'agency' | 'photo';
  readonly raw: string;
  /** Without label and brackets. */
  readonly credit: string;
  readonly agency: Agency | null;
}

/** Credits are shorter; a longer line is prose. */
const LINE_CHARS = 160;
const MOST_WORDS = 14;

const BRACKETS = /^[([（【]\s?([^()[\]（）【】]{2,120})\s?[)\]）】]$/;
const COPYRIGHT = /^(?:©|\(c\)|copyright)\s?(?:\d{4}\s?)?(?:by\s|the\s)?/i;
const CONTRIBUTED =
  /\b(?:contributed to this (?:report|story|article)|hat zu diesem (?:bericht|artikel) beigetragen|contributed reporting)\b/i;
const SENTENCE_END = /[.!?]["”’)]?$/;

export function readCredit(text: string): Credit | null {
  const line = text.trim();
  if (line.length < 2 || line.length > LINE_CHARS || line.split(' ').length > MOST_WORDS) return null;
  const raw = line;
  const whole = agencyOf(line);
  if (whole !== null) return { kind: 'agency', raw, credit: line, agency: whole };
  const inside = BRACKETS.exec(line)?.[1];
  return (
    (inside === undefined ? null : bracketed(inside, raw)) ?? labelledPhoto(line) ?? agencyLine(line) ?? photo(line)
  );
}

function bracketed(inside: string, raw: string): Credit | null {
  const labelled = photoLabelLength(PHOTO_LABEL, inside);
  if (labelled > 0) return { kind: 'photo', raw, credit: inside.slice(labelled), agency: agencyIn(inside, 'last') };
  if (namesPhotoSource(inside)) return { kind: 'photo', raw, credit: inside, agency: agencyIn(inside, 'last') };
  return agencyLine(inside);
}

function labelledPhoto(line: string): Credit | null {
  const labelled = photoLabelLength(PHOTO_LABEL, line);
  if (labelled === 0 || labelled >= line.length) return null;
  return {
    kind: 'photo',
    raw: line,
    credit: line.slice(labelled).trim(),
    agency: agencyIn(line.slice(labelled), 'last'),
  };
}

function photo(line: string): Credit | null {
  const copyright = COPYRIGHT.exec(line)?.[0].length ?? 0;
  const rest = line.slice(copyright);
  if (SENTENCE_END.test(rest) || !namesPhotoSource(rest) || !looksLikeCredit(rest)) return null;
  return { kind: 'photo', raw: line, credit: rest, agency: agencyIn(rest, 'last') };
}

/** Words that agencies carry in their names. */
const TRADE: ReadonlySet<string> = new Set([
  'news',
  'wire',
  'newswire',
  'agency',
  'service',
  'services',
  'wires',
  'agencies',
]);

/** Names, slashes, domains and agencies: few words, most of them not words of a sentence. */
function looksLikeCredit(text: string): boolean {
  const words = text.split(/[\s/|,]+/).filter(Boolean);
  const names = words.filter(
    (word) =>
      /^[\p{Lu}\p{Lo}\p{Nd}]|\.\p{L}/u.test(word) || TRADE.has(word) || agencyOf(word.split(':')[0] ?? '') !== null,
  );
  return words.length <= 10 && names.length * 2 >= words.length;
}

/** `Via AFP newswire`, `Quelle: dpa`, `© 2023 AFP`, `Le Courrier avec AFP`, `AFP, Reuters und dpa`. */
function agencyLine(line: string): Credit | null {
  const copyright = COPYRIGHT.exec(line)?.[0].length ?? 0;
  const label = copyright > 0 ? copyright : labelLength(AGENCY_LABEL, line);
  const rest = line.slice(label).trim();
  const agency = namesPhotoSource(rest) ? null : agencyIn(rest, 'first');
  if (agency === null) return null;
  const found: Credit = { kind: 'agency', raw: line, credit: rest.replace(/[.)]$/, ''), agency };
  if (CONTRIBUTED.test(line)) return found;
  if (label > 0 && !SENTENCE_END.test(rest.replace(/\.$/, '')) && rest.split(' ').length <= 8 && looksLikeCredit(rest))
    return found;
  return onlyAgencies(rest) ? found : null;
}

const BETWEEN = /\s?[,;/&+|·]\s?|\s(?:and|und|et|y|e|with|mit|avec|con|com|met|och|og|via|-|–)\s/u;
/** Regional desks and editors sign with a few small letters: `dpa/lno`, `sda/red`. */
const DESK_CODE = /^[\p{L}\d]{2,5}$/u;

function onlyAgencies(text: string): boolean {
  const parts = text.replace(/\.$/, '').split(BETWEEN).filter(Boolean);
  const agencies = parts.filter((part) => agencyOf(part) !== null).length;
  const outlets = parts.length - agencies;
  if (agencies === 0 || parts.length > 5) return false;
  return parts.every(
    (part) =>
      agencyOf(part) !== null ||
      DESK_CODE.test(part) ||
      (outlets === 1 && part.split(' ').length <= 3 && /^\p{Lu}/u.test(part)),
  );
}
