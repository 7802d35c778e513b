/**
 * Bylines that say "by" where no labeller looks: the word on a line of its own above the name, between players and buttons above the text, or in a box
 * below it. In: the blocks of a text. Out: the first such byline, or null. Promise: texts without markup only; a text's own sentences are none.
 */
import type { Block } from '../block.ts';
import type { LabelledBlock } from '../label.ts';
import { type Byline, type BylineName, readByline } from '../read/byline.ts';
import { bylinePrefix } from '../read/byline-prefix.ts';
import { fold } from '../read/fold.ts';
import { OTHER_WORK_WORDS } from '../tables/byline-words.ts';
import { headZone } from './facts-lines.ts';
import { isDated, type NameLine } from './name-lines.ts';
import type { Sources } from './sources.ts';

const LONELY_CHARS = 24;
const OPENER_WORDS = 3;
const OTHER_WORK: ReadonlySet<string> = new Set(OTHER_WORK_WORDS.map(fold));
const LINE_CHARS = 160;
/** Blocks between the headline and the text: players, buttons and pictures with their credits. */
const MOST_BETWEEN = 60;
/** Blocks below the text in which a box about the writer begins. */
const MOST_BELOW = 12;
/** Writers of one article whose names stand one below the other. */
const MOST_WRITERS = 8;

export function prefixLine({ page, labelled }: Sources, language: string | null): NameLine | null {
  if (page.format !== 'text') return null;
  const above = between(labelled);
  return (
    belowPrefix(above, language) ??
    behindPrefix(above, language, 'weak') ??
    belowPrefix(headZone(labelled), language) ??
    behindPrefix(below(labelled), language, 'strong') ??
    belowPrefix(below(labelled), language)
  );
}

/** From the headline to the first of the text. */
function between(labelled: readonly LabelledBlock[]): readonly LabelledBlock[] {
  const headline = labelled.findIndex(({ label }) => label === 'meta.headline');
  if (headline < 0) return [];
  const text = labelled.findIndex(({ label }, at) => at > headline && label === 'body');
  return labelled.slice(headline, Math.min(text < 0 ? labelled.length : text, headline + MOST_BETWEEN));
}

function below(labelled: readonly LabelledBlock[]): readonly LabelledBlock[] {
  const last = labelled.findLastIndex(({ label }) => label === 'body');
  return last < 0 ? [] : labelled.slice(last + 1, last + 1 + MOST_BELOW);
}

/** `By`, and below it the name; again for each further writer. */
function belowPrefix(zone: readonly LabelledBlock[], language: string | null): NameLine | null {
  const found: NameLine[] = [];
  for (const [at, { block }] of zone.entries()) {
    const opener = lonelyPrefix(zone[at - 1]?.block.text ?? '', language);
    if (opener === null || found.length === MOST_WRITERS) continue;
    const line = named(block, `${opener} ${once(block.text)}`, language);
    if (line !== null) found.push(line);
  }
  const [first] = found;
  return first === undefined ? null : { block: first.block, byline: together(first.byline, found) };
}

/** `basis`: how much its words must prove. */
function behindPrefix(
  zone: readonly LabelledBlock[],
  language: string | null,
  basis: 'strong' | 'weak',
): NameLine | null {
  for (const [at, { block, label }] of zone.entries()) {
    if (label === 'media.credit' || label === 'related.item') continue;
    const prefix = block.text.length > LINE_CHARS ? null : bylinePrefix(block.text, language);
    if (prefix === null || (basis === 'strong' && prefix.basis !== 'strong')) continue;
    const signed = [zone[at - 1], zone[at], zone[at + 1]].some((one) => isDated(one?.block.text ?? '', language));
    const line = named(block, block.text, language, signed);
    // Below the text `Published by the Harbour Press` and `Written by all` stand in imprints and comments.
    if (line !== null && (basis === 'weak' || line.byline.names.every(isCapitalised))) return line;
  }
  return null;
}

function isCapitalised({ name }: BylineName): boolean {
  const first = name.slice(0, 1);
  return first === first.toUpperCase();
}

function named(block: Block, text: string, language: string | null, signed = false): NameLine | null {
  const byline = text.length > LINE_CHARS ? null : readByline(text, language, { signed });
  return byline === null || byline.names.length === 0 ? null : { block, byline: { ...byline, raw: block.text } };
}

function together(first: Byline, lines: readonly NameLine[]): Byline {
  const bylines = lines.map(({ byline }) => byline);
  const names = new Map(bylines.flatMap((byline) => byline.names).map((name) => [name.name, name]));
  const [text, raw] = [bylines.map((byline) => byline.text), bylines.map((byline) => byline.raw)];
  return { ...first, names: [...names.values()], text: text.join(', '), raw: raw.join(', ') };
}

/** `Anna Lee, Harbour News Anna Lee, Harbour News`: a link's text and what it says to those who cannot see it. */
function once(text: string): string {
  const half = text.slice(0, text.length >> 1);
  return text.length % 2 === 1 && text === `${half} ${half}` ? half : text;
}

const BEHIND_PREFIX = /[\s:|·–—-]{1,6}$/u;

/** `By`, `Von`, `Text:`, `By —` and nothing else. */
function lonelyPrefix(text: string, language: string | null): string | null {
  const opener = text.replace(BEHIND_PREFIX, '');
  if (opener.length === 0 || opener.length > LONELY_CHARS || bylinePrefix(opener, language) !== null) return null;
  // `Comment by`: whatever somebody did, the last word says that a name follows.
  const words = opener.split(' ');
  const isWriting = words.length <= OPENER_WORDS && !words.some((word) => OTHER_WORK.has(fold(word)));
  const ends = isWriting ? [opener, words.at(-1) ?? ''] : [opener];
  return ends.find((end) => bylinePrefix(`${end} Anna Lee`, language) !== null) ?? null;
}
