/**
 * Names that scrapes leave on lines of their own: `By` and the name below it, or a bare name beside the date. In: the blocks
 * around the headline of a text. Out: the first such byline, or null. Promise: asked only where no line says "by" itself.
 */
import type { Block } from '../block.ts';
import type { Label, LabelledBlock } from '../label.ts';
import { type Byline, readByline } from '../read/byline.ts';
import { bylinePrefix } from '../read/byline-prefix.ts';
import { findDates } from '../read/dates.ts';
import { headZone } from './facts-lines.ts';
import type { Sources } from './sources.ts';

export interface NameLine {
  readonly block: Block;
  readonly byline: Byline;
}

const OPEN: ReadonlySet<Label> = new Set([
  'other',
  'ui.label',
  'nav.menu',
  'meta.section',
  'meta.deck',
  'meta.byline',
  'related.item',
]);
const NAME_CHARS = 60;
const LONELY_CHARS = 24;
/** Blocks between the headline and the text: players, buttons and pictures with their credits. */
const MOST_BETWEEN = 60;
/** Writers of one article whose names stand one below the other. */
const MOST_WRITERS = 8;

export function nameLine(sources: Sources, language: string | null): NameLine | null {
  const { page, labelled } = sources;
  if (page.format !== 'text') return null;
  const zone = headZone(labelled);
  return belowPrefix(between(labelled), language) ?? belowPrefix(zone, language) ?? besideDate(zone, language);
}

/** From the headline to the first of the text. */
function between(labelled: readonly LabelledBlock[]): readonly LabelledBlock[] {
  const headline = labelled.findIndex(({ label }) => label === 'meta.headline');
  if (headline < 0) return [];
  const text = labelled.findIndex(({ label }, at) => at > headline && label === 'body');
  return labelled.slice(headline, Math.min(text < 0 ? labelled.length : text, headline + MOST_BETWEEN));
}

/** `By`, and below it the name; again for each further writer. */
function belowPrefix(zone: readonly LabelledBlock[], language: string | null): NameLine | null {
  const found: NameLine[] = [];
  for (const [at, { block }] of zone.entries()) {
    const opener = lonelyPrefix(zone[at - 1]?.block.text ?? '', language);
    if (opener === null || found.length === MOST_WRITERS) continue;
    const byline = block.text.length > LINE_CHARS ? null : readByline(`${opener} ${once(block.text)}`, language);
    if (byline !== null && byline.names.length > 0) found.push({ block, byline: { ...byline, raw: block.text } });
  }
  const [first] = found;
  return first === undefined ? null : { block: first.block, byline: together(found.map(({ byline }) => byline)) };
}

const LINE_CHARS = 160;

/** What all of them say. */
function together(bylines: readonly Byline[]): Byline {
  const [first] = bylines;
  if (first === undefined) throw new Error('together of nothing');
  const names = new Map(bylines.flatMap((byline) => byline.names).map((name) => [name.name, name]));
  const text = bylines.map((byline) => byline.text).join(', ');
  return { ...first, names: [...names.values()], text, raw: bylines.map(({ raw }) => raw).join(', ') };
}

/** `Anna Lee, Harbour News Anna Lee, Harbour News`: a link's text and what it says to those who cannot see it. */
function once(text: string): string {
  const half = text.slice(0, text.length >> 1);
  return text.length % 2 === 1 && text === `${half} ${half}` ? half : text;
}

function besideDate(zone: readonly LabelledBlock[], language: string | null): NameLine | null {
  for (const [at, { block, label }] of zone.entries()) {
    if (!(OPEN.has(label) || label === 'media.caption') || block.text.length > NAME_CHARS) continue;
    if (![zone[at - 1], zone[at + 1]].some((one) => isDated(one?.block.text ?? '', language))) continue;
    const byline = readByline(block.text, language, { asNameLine: true });
    if (byline?.names.some(({ kind }) => kind === 'person')) return { block, byline };
  }
  return null;
}

const BEHIND_PREFIX = /[\s:|·–—-]{1,6}$/u;

/** `By`, `Von`, `Text:`, `By —` and nothing else. */
function lonelyPrefix(text: string, language: string | null): string | null {
  const opener = text.replace(BEHIND_PREFIX, '');
  const isLonely =
    opener.length > 0 &&
    opener.length <= LONELY_CHARS &&
    bylinePrefix(opener, language) === null &&
    bylinePrefix(`${opener} Anna Lee`, language) !== null;
  return isLonely ? opener : null;
}

function isDated(text: string, language: string | null): boolean {
  return text.length <= NAME_CHARS && findDates(text, { language }).length > 0;
}

/** Paragraphs at either end of the text in which a writer signs. */
const SIGNED_ABOVE = 4;
const PARAGRAPH = /^(?:p|div|span|line)$/;

/** A paragraph that is nothing but names, among the first of the text, as its last or right below it. */
export function signatureOf({ labelled }: Sources, language: string | null): NameLine | null {
  const body = labelled.filter(({ label }) => label === 'body');
  // A byline that is a paragraph stands in the text's own column; elsewhere a bare name may be a topic.
  const lines = labelled.filter(({ label, block }) => label === 'meta.byline' && block.tag === 'p');
  const last = body.slice(Math.max(SIGNED_ABOVE, body.length - 1));
  const below = labelled.findLast(({ label }) => label === 'body')?.block.index;
  const after = labelled.filter(({ block, label }) => label === 'other' && block.index === (below ?? -2) + 1);
  const ends = [...lines, ...body.slice(0, SIGNED_ABOVE), ...last, ...after];
  for (const { block } of ends) {
    if (block.text.length > NAME_CHARS || block.linkChars > 0 || !PARAGRAPH.test(block.tag)) continue;
    const byline = readByline(block.text, language, { asNameLine: true });
    if (byline?.names.some(({ kind }) => kind === 'person')) return { block, byline };
  }
  return null;
}
