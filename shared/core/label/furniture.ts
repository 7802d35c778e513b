/**
 * Page furniture: lines that say by themselves what they are, notifications, log-ins, shares, counters, imprints.
 * Promise: a whole line overrules the model, a beginning only outside the text or when the model is not certain, a phrase inside never.
 */
import { BODY_THRESHOLD, type Draft, type Line } from './draft.ts';
import { fold } from './fold.ts';
import { headlineIndex } from './headline.ts';
import { phraseInside } from './phrases.ts';
import { promoLabel } from './price.ts';
import { dateOf } from './readings.ts';
import { aroundText, bodySpan } from './span.ts';

/** The model may be this certain and still be wrong about a line that begins like furniture. */
const CERTAIN = 0.85;
/** Who reported and who owns it often stands in the text itself. */
const LESS_CERTAIN = 0.6;
/** What somebody says is no furniture, however it begins. */
const QUOTED = /^["“„]/;
const ALWAYS = 1.1;
/** A line that begins like furniture and is longer is a paragraph. */
const INSIDE_WORDS = { fewest: 3, most: 40 } as const;
/** Lines around the text that are worth a second look. */
const AROUND = { before: 20, after: 30 } as const;
const BETWEEN_WORDS = 14;
const START_WORDS = 60;
/** `Nice! (1204)` //=> a word or two and a bracketed number. */
const COUNTER = /^[\p{L}!? ]{1,24} ?[([]\d[\d.,]{0,10}[kKmM]?[)\]]$/u;

/** `11:42`, `9.05 am`: above the entries of a live blog. */
const TIME = /^(?:[01]?\d|2[0-3])[:.h][0-5]\d(?: ?[ap]\.?m\.?| Uhr)?$/i;
const ITEM_WORDS = 24;

export function labelProfileLines(draft: Draft): void {
  const { boilerplate, agencies } = draft.profile;
  if (boilerplate.length === 0 && agencies.length === 0) return;
  const known = new Set(boilerplate.map(fold));
  const signs = new Set(agencies.map(fold));
  for (const { index, folded } of draft.lines) {
    if (known.has(folded)) draft.put(index, 'other', 'profile.boilerplate');
    else if (signs.has(folded)) draft.put(index, 'meta.credit', 'profile.agency');
  }
}

export function labelFurniture(draft: Draft): void {
  labelEmptyHeadings(draft);
  const span = bodySpan(draft);
  for (const line of draft.lines) labelLine(draft, line, line.index < span.first || line.index > span.last);
  for (const line of draft.lines) labelBetween(draft, line);
  for (const line of aroundText(draft, AROUND)) labelInside(draft, line, line.index > span.last);
  for (const line of draft.lines) labelBetween(draft, line);
}

/** Numbers and words in the cells of a table may be what the article is about. */
function isWord(line: Line): boolean {
  return /\p{L}/u.test(line.folded) && !isCell(line);
}

/** `48.21` in a table is a result. */
function isCell({ block }: Line): boolean {
  return block.tag === 'td' || block.tag === 'th';
}

/** `Watch: the seal yawns` below a video leads nowhere. */
function isCaption({ block }: Line): boolean {
  return block.tag === 'figcaption' && block.linkChars === 0;
}

/** A phrase somewhere in a short line that the model does not read as text. */
function labelInside(draft: Draft, { index, score, words, folded }: Line, after: boolean): void {
  if (
    (score >= BODY_THRESHOLD && !after) ||
    words < INSIDE_WORDS.fewest ||
    words > INSIDE_WORDS.most ||
    draft.labelOf(index) !== null
  )
    return;
  const hit = phraseInside(folded);
  if (hit !== null) draft.put(index, promoLabel(hit.label, folded), 'phrase.inside', hit.phrase);
}

/** A short line between two of one kind, comments between comments, is of that kind. */
function labelBetween(draft: Draft, { index, words }: Line): void {
  const label = draft.labelOf(index - 1);
  if (label === null || words > BETWEEN_WORDS || draft.labelOf(index) !== null || draft.labelOf(index + 1) !== label)
    return;
  if (label.startsWith('ui.') || label.startsWith('promo.')) draft.suggest(index, label, 'phrase.between');
}

/** `Related topics` between the headline and the text is a label with nothing under it; it must not claim what follows. */
function labelEmptyHeadings(draft: Draft): void {
  const headline = headlineIndex(draft);
  if (headline === null) return;
  for (const { index, phrase, text } of draft.lines.slice(headline + 1, bodySpan(draft).first)) {
    if (phrase?.place === 'whole' && phrase.label === 'related.heading')
      draft.put(index, 'ui.label', 'phrase.whole', text);
  }
}

function labelLine(draft: Draft, line: Line, outside: boolean): void {
  const { index, phrase } = line;
  if (phrase !== null) {
    const label = promoLabel(phrase.label, line.folded);
    // In plain text a date in figures alone may be all that dates it; a page says so elsewhere, and prints the day of its paper edition.
    if (label === 'ui.counter' && line.block.element === null && dateOf(line) !== null) return;
    if (phrase.place === 'whole')
      draft.suggest(index, label, 'phrase.whole', isWord(line) ? ALWAYS : BODY_THRESHOLD, line.text);
    else if (isByline(draft, line) || (label.startsWith('related.') && isCaption(line))) return;
    else if (continues(line)) draft.put(index, label, 'phrase.sure', phrase.phrase);
    else if (line.words <= START_WORDS && !QUOTED.test(line.text)) {
      const certain = label.startsWith('footer.') ? LESS_CERTAIN : CERTAIN;
      draft.suggest(index, label, 'phrase.start', outside ? ALWAYS : certain, phrase.phrase);
    }
  }
  const { text } = line;
  if (text.length < 12 && isDigit(text, 0) && !isCell(line) && TIME.test(text))
    draft.suggest(index, 'ui.label', 'phrase.time', ALWAYS);
  if (text.length < 40 && /[)\]]$/.test(text.slice(-1)) && COUNTER.test(text))
    draft.put(index, 'ui.counter', 'phrase.count');
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code > 0x2f && code < 0x3a;
}

/** `Written by Anna Lee` between the headline and the text says who wrote it; below the text it says who the author is. */
function isByline(draft: Draft, { index, phrase }: Line): boolean {
  const headline = headlineIndex(draft);
  return phrase?.label === 'footer.author' && headline !== null && index > headline && index < bodySpan(draft).first;
}

/** `Sign up for our newsletter … delivered to your inbox`, `Also read | …`: the line goes on as it began, whatever the model says. */
function continues({ phrase, folded, text, words }: Line): boolean {
  if (phrase === null || phrase.place !== 'start' || words > INSIDE_WORDS.most) return false;
  if (phrase.label === 'related.item')
    return /[:|–-]\s?$/.test(phrase.phrase) && words <= ITEM_WORDS && !/[.。]["”’»]?$/.test(text);
  return phrase.label.startsWith('promo.') && phraseInside(folded.slice(phrase.phrase.length))?.label === phrase.label;
}
