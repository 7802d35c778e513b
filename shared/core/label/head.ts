/**
 * The lines around the headline: deck, byline, dates, agency, section and what is left of a picture, before the text begins.
 * Promise: the first paragraph of the text is never taken for a deck.
 */
import { type Byline, readByline } from '../read/byline.ts';
import type { Draft, Line } from './draft.ts';
import { headlineIndex } from './headline.ts';
import { bylineOf, creditOf, dateOf, factsOf } from './readings.ts';
import { bodySpan, type Span } from './span.ts';

/** Lines above the headline in which a date, byline or section may stand. */
const ABOVE = 9;
/** Lines that are looked at; what stands further from the headline is not about this article. */
const ZONE = 40;
/** Lines right below the headline in which facts are sought even after a paragraph. */
const BELOW = 9;
/** Lines right below a byline in which its date is sought. */
const BELOW_BYLINE = 2;
/** A deck of whole sentences is shorter than a first paragraph. */
const SENTENCE_WORDS = 18;
/** A place, a name and two dates are shorter. */
const FACTS_CHARS = 120;
/** Longer lines are no bare name. */
const NAME_WORDS = 5;
/** Lines below the headline in which a bare name is the writer's. Pages put their menus there too, and say more by elements. */
const NAME_BELOW = { inText: 4, onPage: 2 } as const;
/** Without a headline: lines above the text. */
const ABOVE_TEXT = 12;
/** Below the facts a short line belongs to the picture rather than to the headline. */
const DECK_WORDS = { fewest: 5, fewestBelowFacts: 9, most: 70 } as const;
const FACTS: ReadonlySet<string | null> = new Set(['meta.published', 'meta.modified', 'meta.byline', 'meta.credit']);
const CAPTION_WORDS = { fewest: 2, most: 25 } as const;
/** Model's certainty up to which a line of facts is believed against it. */
const CERTAIN = 0.95;
/** A deck may be quoted in the text; its copy above another copy of the text scores lower than this. */
const COPY_CERTAIN = 0.7;

export function labelHead(draft: Draft): void {
  const { first, last } = bodySpan(draft);
  const headline = headlineIndex(draft);
  labelFactsAround(draft, headline, { first, last });
  if (headline === null || headline > first || last === -1) return;
  const text = textBegins(draft, headline, first);
  labelNameLine(draft, headline, text);
  labelDeck(draft, headline, text);
  labelAbove(draft, headline);
  labelLooseCaption(draft, headline, text);
}

function labelFactsAround(draft: Draft, headline: number | null, { first, last }: Span): void {
  const from = headline === null || headline > first ? Math.max(0, first - ABOVE_TEXT) : Math.max(0, headline - ABOVE);
  // A short text ends within reach of its headline, and what follows it is not about it.
  const near = last > (headline ?? last) ? Math.min((headline ?? 0) + BELOW, last + 1) : (headline ?? 0) + BELOW;
  const until = headline === null ? first : Math.max(first, near);
  const zone = draft.lines.slice(from, Math.min(until, from + ZONE));
  // A long head with pictures or a player in it: the byline may stand right above the text.
  for (const line of draft.lines.slice(Math.max(from + ZONE, first - ABOVE_TEXT), first))
    if (isSigned(bylineOf(line))) draft.suggest(line.index, 'meta.byline', 'head.byline', CERTAIN);
  const below = zone.filter(({ index }) => index > (headline ?? -1));
  for (const line of below) labelFacts(draft, line);
  labelDateBelowByline(draft, zone);
  // Above a headline stands today's date or that of another article, unless none stands below.
  const dated = headline !== null && below.some(({ index }) => draft.labelOf(index) === 'meta.published');
  const start = dated ? headline : headlineFirst(draft);
  for (const line of zone) if (!dated || dateOf(line) === null) labelFacts(draft, line, start);
}

/** A date stands with its byline, however far both are from the headline. */
function labelDateBelowByline(draft: Draft, zone: readonly Line[]): void {
  const signed = zone.findLast(({ index }) => draft.labelOf(index) === 'meta.byline');
  if (signed === undefined) return;
  for (const line of draft.lines.slice(signed.index + 1, signed.index + 1 + BELOW_BYLINE))
    if (dateOf(line) !== null) labelFacts(draft, line);
}

/** A deck that reads like text does not begin it when the facts of publication stand right below. */
function textBegins(draft: Draft, headline: number, span: number): number {
  const facts = draft.lines.findLastIndex(
    ({ index }) => index > headline && index < headline + BELOW && FACTS.has(draft.labelOf(index)),
  );
  const above = draft.lines.slice(headline + 1, facts + 1).filter(({ index }) => draft.isBody(index));
  return facts > span && above.length <= 1 ? facts + 1 : span;
}

/** `start`: from where on a line that holds more than a date may state it. */
function labelFacts(draft: Draft, line: Line, start = headlineIndex(draft)): void {
  const { index } = line;
  const date = dateOf(line);
  if (date !== null) {
    if (date.kind === 'bare') draft.suggest(index, 'ui.label', 'head.date-label', CERTAIN);
    else if (date.role === 'modified') draft.suggest(index, 'meta.modified', 'head.modified', CERTAIN);
    else draft.suggest(index, 'meta.published', 'head.published', CERTAIN);
  } else if (labelDatedFacts(draft, line, start)) return;
  else if (isSigned(bylineOf(line))) draft.suggest(index, 'meta.byline', 'head.byline', CERTAIN);
  else if (creditOf(line)?.kind === 'agency') draft.suggest(index, 'meta.credit', 'head.credit', CERTAIN);
  else if (bylineOf(line) !== null) draft.suggest(index, 'meta.byline', 'head.byline', CERTAIN);
}

/** `Vell | Updated: 4 May 2026 10:00`, `March 3, 2024 · by Anna Lee`: below a headline only. */
function labelDatedFacts(draft: Draft, line: Line, start: number | null): boolean {
  const { index, text } = line;
  if (start === null || index < start || text.length > FACTS_CHARS || !/\d/.test(text)) return false;
  // `— Anna Lee (@annalee) May 4, 2026` signs a post that the page shows.
  if (text.includes('(@')) return false;
  const facts = factsOf(line);
  if (facts === null) return false;
  const modified = facts.dates.every(({ role }) => role === 'modified');
  const label = facts.byline !== null ? 'meta.byline' : modified ? 'meta.modified' : 'meta.published';
  draft.suggest(index, label, 'head.facts');
  return draft.labelOf(index) === label;
}

/** A page may print its headline twice, with the facts below the first. */
function headlineFirst(draft: Draft): number | null {
  const index = headlineIndex(draft);
  const folded = index === null ? null : draft.lines[index]?.folded;
  const first = draft.lines.findIndex((line) => line.folded === folded);
  return first === -1 ? index : first;
}

/** `By Anna Lee and The Associated Press` is a byline, though it names an agency. */
function isSigned(byline: Byline | null): boolean {
  return byline?.names.some(({ kind }) => kind === 'person') ?? false;
}

/** A bare name right above or below a date, or right below the headline and its deck. */
function labelNameLine(draft: Draft, headline: number, text: number): void {
  for (const { index, text: name, block } of draft.lines.slice(headline + 1, text)) {
    if (draft.labelOf(index) !== null || name.length > 100) continue;
    const reach = block.element === null ? NAME_BELOW.inText : NAME_BELOW.onPage;
    const beside =
      FACTS.has(draft.labelOf(index + 1)) || FACTS.has(draft.labelOf(index - 1)) || index - headline <= reach;
    if ((beside || isIntroduced(draft, name, text)) && readByline(name, null, { asNameLine: true }) !== null)
      draft.suggest(index, 'meta.byline', 'head.name');
  }
}

/** After the text a line begins with the same name: `Anna Lee is a reporter who …`. */
function isIntroduced(draft: Draft, name: string, text: number): boolean {
  const [words, { last }] = [name.split(' ').length, bodySpan(draft)];
  if (words < 2 || words > NAME_WORDS) return false;
  return draft.lines.slice(Math.max(text, last) + 1).some((line) => line.text.startsWith(name));
}

/** The line right below the headline, when facts of publication or another line that is no text follow before the text. */
function labelDeck(draft: Draft, headline: number, text: number): void {
  for (const line of draft.lines.slice(headline + 1, Math.min(text + 1, headline + 6))) {
    const label = draft.labelOf(line.index);
    if (label !== null) continue;
    const fewest = FACTS.has(draft.labelOf(line.index - 1)) ? DECK_WORDS.fewestBelowFacts : DECK_WORDS.fewest;
    if (line.words < fewest || line.words > DECK_WORDS.most) return;
    draft.suggest(line.index, 'meta.deck', 'head.deck', isPlainDeck(draft, line) ? CERTAIN : undefined);
    if (draft.labelOf(line.index) !== 'meta.deck') return;
    for (const copy of draft.lines)
      if (copy.folded === line.folded) draft.suggest(copy.index, 'dup.deck', 'repeat.deck', COPY_CERTAIN);
    return;
  }
}

/** In plain text a line without a full stop above the facts is a deck, whatever the model says; with one it must stand right above byline and date. */
function isPlainDeck(draft: Draft, { index, text, block, words }: Line): boolean {
  if (block.element !== null) return false;
  const facts = FACTS.has(draft.labelOf(index + 1)) && FACTS.has(draft.labelOf(index + 2));
  if (/[.!?。]["”’]?$/.test(text)) return facts && words <= SENTENCE_WORDS;
  return draft.lines.slice(index + 1, index + 5).some((line) => FACTS.has(draft.labelOf(line.index)));
}

/** The line right above the headline names its section; a path says so itself. */
function labelAbove(draft: Draft, headline: number): void {
  for (const { index, text, words, block } of draft.lines.slice(Math.max(0, headline - ABOVE), headline)) {
    if (/[>›»]/.test(text) && words <= 12) draft.suggest(index, 'nav.breadcrumb', 'head.breadcrumb');
    else if (index === headline - 1 && words <= 3 && !block.fused) draft.suggest(index, 'meta.section', 'head.section');
  }
}

/** What is left between the facts and the text and reads like no sentence is what stood below a picture. */
function labelLooseCaption(draft: Draft, headline: number, text: number): void {
  const facts = draft.lines.findLastIndex(
    ({ index }) => index > headline && index < text && FACTS.has(draft.labelOf(index)),
  );
  for (const line of draft.lines.slice(facts + 1, facts === -1 ? 0 : text)) {
    if (line.words < CAPTION_WORDS.fewest || line.words > CAPTION_WORDS.most || /[.!?:…]$/.test(line.text)) continue;
    if (isTwin(line, draft.lines[line.index + 1])) draft.suggest(line.index, 'media.alt', 'media.repeated');
    else draft.suggest(line.index, 'media.caption', 'media.short');
  }
}

/** `Harbour lighthouse` above `The lighthouse at the harbour (Harbour Trust)`: the first says less of the same picture. */
function isTwin(line: Line, next: Line | undefined): boolean {
  if (next === undefined || next.words <= line.words || !/[)\]）】]$/.test(next.text)) return false;
  if (next.text.startsWith(line.text)) return false;
  return line.folded.split(' ').every((word) => next.folded.includes(word));
}
