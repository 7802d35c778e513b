/**
 * The headline of a page that states none: the lines before the text come in, the best of them goes out.
 * Promise: dates, bylines and furniture are never headlines, however large their words loom in the text.
 */
import type { Draft, Line } from './draft.ts';
import { bodySpan } from './span.ts';

/** Lines before the text among which the headline is sought; decks, dates, shares and captions stand between. */
const REACH = 40;
/** Paragraphs whose words the headline is compared with. */
const PARAGRAPHS = 8;
const PARAGRAPH_CHARS = 800;
/** A scrape with so few lines before its text begins with its headline, but for furniture. */
const COMPACT = 14;
/** Lines between a headline and its deck. */
const ABOVE = 2;
const WORDS = { fewest: 3, most: 32, good: 5, goodMost: 20 } as const;
const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
const WORD = /[\p{L}\p{N}]{2,}/gu;
const WEIGHTS = {
  overlap: 4,
  again: 1.2,
  good: 1,
  metaNear: 1.4,
  far: -0.06,
  stop: -1.2,
  first: 0.6,

  least: 1.5,
  aboveDeck: 1.5,
  topmost: 1.5,
  fused: -2,
} as const;

export function headlineByWords(draft: Draft): number | null {
  const span = bodySpan(draft);
  const until = span.last === -1 ? Math.min(draft.lines.length, REACH) : span.first + 1;
  const vocabulary = wordsOfText(draft, span.first, span.last);
  const metas = draft.lines.slice(Math.max(0, until - REACH), until + 3).filter(isMeta);
  const worths = new Map<number, number>();
  let best: number | null = null;
  for (const line of draft.lines.slice(Math.max(0, until - REACH), until)) {
    if (!canBeHeadline(draft, line, span.first) || metas.includes(line)) continue;
    const worth = worthOf(draft, line, { vocabulary, metas, until });
    worths.set(line.index, worth + (worths.size === 0 && until <= COMPACT ? WEIGHTS.topmost : 0));
    if ((worths.get(line.index) ?? 0) > (best === null ? WEIGHTS.least : (worths.get(best) ?? 0))) best = line.index;
  }
  return best === null ? null : aboveDeck(draft, worths, best);
}

/** A deck shares more words with the text than the headline above it: the line right above is preferred when it comes close. */
function aboveDeck(draft: Draft, worths: ReadonlyMap<number, number>, best: number): number {
  for (let at = best - 1; at >= best - ABOVE; at--) {
    const worth = worths.get(at);
    if (worth === undefined) continue;
    const deck = draft.lines[best];
    const isDeck = deck !== undefined && (deck.words > (draft.lines[at]?.words ?? 0) || /[.。]$/.test(deck.text));
    return isDeck && worth >= (worths.get(best) ?? 0) - WEIGHTS.aboveDeck ? at : best;
  }
  return best;
}

interface Surroundings {
  readonly vocabulary: ReadonlySet<string>;
  readonly metas: readonly Line[];
  readonly until: number;
}

function worthOf(draft: Draft, line: Line, { vocabulary, metas, until }: Surroundings): number {
  const words = termsOf(line.text);
  const known = words.filter((word) => vocabulary.has(word)).length;
  const weighty = words.length === 0 ? 0 : known / Math.max(words.length, WORDS.good);
  const again = draft.lines.some((other) => other !== line && other.folded === line.folded);
  const metaNear = metas.some(({ index }) => index > line.index && index - line.index <= 6);
  const follower = draft.lines[line.index + 1];
  return (
    WEIGHTS.overlap * weighty +
    (again && weighty > 0.3 ? WEIGHTS.again : 0) +
    (line.block.fused ? WEIGHTS.fused : 0) +
    (line.words >= WORDS.good && line.words <= WORDS.goodMost ? WEIGHTS.good : 0) +
    (metaNear ? WEIGHTS.metaNear : 0) +
    WEIGHTS.far * (until - line.index) +
    (/[.。]$/.test(line.text) ? WEIGHTS.stop : 0) +
    (follower !== undefined && follower.words > line.words && follower.words <= 60 ? WEIGHTS.first : 0)
  );
}

function canBeHeadline(draft: Draft, line: Line, textFrom: number): boolean {
  if (line.words < WORDS.fewest || line.words > WORDS.most || line.phrase !== null) return false;
  return (
    draft.labelOf(line.index) === null &&
    !draft.isBody(line.index) &&
    (line.index < textFrom || line.words <= WORDS.goodMost)
  );
}

/** Words in lower case; where words are not parted by blanks, pairs of characters. */
function termsOf(text: string): readonly string[] {
  return (text.toLowerCase().match(WORD) ?? []).flatMap((word) => (UNSPACED.test(word) ? pairs(word) : [word]));
}

function pairs(word: string): readonly string[] {
  return Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2));
}

function isMeta(line: Line): boolean {
  if (line.text.length > 120) return false;
  return line.readings.date() !== null || line.readings.byline() !== null;
}

/** Words of the first paragraphs, without the shortest, which are in every text. */
function wordsOfText(draft: Draft, first: number, last: number): ReadonlySet<string> {
  const words = new Set<string>();
  let paragraphs = 0;
  for (let at = first; at <= last && paragraphs < PARAGRAPHS; at++) {
    if (!draft.isBody(at)) continue;
    paragraphs++;
    for (const word of termsOf((draft.lines[at]?.text ?? '').slice(0, PARAGRAPH_CHARS))) words.add(word);
  }
  return words;
}
