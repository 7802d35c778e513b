/**
 * The text of an article that was extracted elsewhere comes in, the paragraphs that count for comparison go out.
 * Promise: mojibake is undone and what the phrase tables know as page furniture is left out; quotations always stay.
 */
import { fold, foldInside, withoutQuotes } from '../label/fold.ts';
import { type AppealCount, countAppeal, findPhrase, phraseInside, wholePhrase } from '../label/phrases.ts';
import { repairLine } from '../scrape/repair.ts';

/** A line that begins like furniture and is longer is a paragraph. */
const STARTING_WORDS = 60;
/** A phrase of furniture inside a longer line may be what the article is about. */
const INSIDE_WORDS = 40;
/** Paragraphs of one appeal that may stand between two that are sure. */
const MOST_BETWEEN = 3;
/** Longer lines are paragraphs for sure, and are not searched. */
const SEARCHED_CHARS = 1_200;
const QUOTED = /^["“„«]/;

/** Lines are paragraphs; empty ones are none. */
export function articleParagraphs(lines: readonly string[]): readonly string[] {
  const paragraphs = lines.map((line) => repairLine(line).text).filter((text) => text !== '');
  const furniture = paragraphs.map(isFurniture);
  fillAppeals(paragraphs, furniture);
  return paragraphs.filter((_, at) => furniture[at] !== true);
}

function isFurniture(text: string): boolean {
  if (text.length > SEARCHED_CHARS) return false;
  const [folded, unstripped] = [fold(text), foldInside(text)];
  if (wholePhrase(folded) !== null) return true;
  if (QUOTED.test(text)) return false;
  const words = text.split(' ').length;
  if (words <= STARTING_WORDS && findPhrase(folded, unstripped) !== null) return true;
  if (words > INSIDE_WORDS) return isAppeal(countAppeal(foldInside(withoutQuotes(text))));
  return (
    phraseInside(folded) !== null || startsWithLabel(text) || isAppeal(countAppeal(foldInside(withoutQuotes(text))))
  );
}

/** `Share this: …`: what stands before the colon is furniture by itself. */
function startsWithLabel(text: string): boolean {
  const colon = text.indexOf(':');
  return colon > 0 && wholePhrase(fold(text.slice(0, colon))) !== null;
}

function isAppeal({ strong, cues, address }: AppealCount): boolean {
  return address && (strong >= 2 || (strong >= 1 && cues >= 2));
}

/** Between two paragraphs of furniture, whoever speaks as the paper or to its reader goes on with the appeal. */
function fillAppeals(paragraphs: readonly string[], furniture: boolean[]): void {
  for (let from = furniture.indexOf(true); from !== -1; from = furniture.indexOf(true, from + 1)) {
    const next = furniture.indexOf(true, from + 1);
    if (next === -1 || next - from - 1 > MOST_BETWEEN) continue;
    const between = paragraphs.slice(from + 1, next);
    if (between.every(addressesReader)) furniture.fill(true, from + 1, next);
  }
}

function addressesReader(text: string): boolean {
  const { address, strong, cues } = countAppeal(foldInside(withoutQuotes(text)));
  return (address || strong > 0) && cues + strong > 0;
}
