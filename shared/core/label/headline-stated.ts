/**
 * The headline as the page states it: titles from metadata and heading elements come in, the block that shows it goes out.
 * Promise: the block is one that a reader sees; a title that stands nowhere on the page gives null.
 */
import type { Draft, Line } from './draft.ts';
import { fold } from './fold.ts';

const HEADLINE_CHARS = 400;
/** Parts of `Headline | Section | Site` that are shorter than this are sections and sites. */
const SHORTEST_PART = 12;
const SEPARATORS = [' | ', ' - ', ' – ', ' — ', ' :: ', ' » ', ' • ', ' · ', ' < '];
const HEADINGS: Readonly<Record<string, number>> = { h1: 4, h2: 2, h3: 1 };

export function statedHeadline(draft: Draft): number | null {
  const titles = new Set<string>();
  for (const { field, value } of draft.page.candidates) {
    if (field === 'headline') for (const part of partsOf(value)) titles.add(part);
  }
  for (const part of partsOf(draft.page.opinion?.headline ?? '')) titles.add(part);
  // A text has no headings: without a title nothing is stated.
  if (titles.size === 0 && draft.page.format === 'text') return null;
  const body = draft.lines.findIndex((line) => draft.isBody(line.index) && line.words > 20);
  let best: { index: number; worth: number } | null = null;
  for (const line of draft.lines) {
    const worth = worthOf(line, titles, body);
    if (worth > (best?.worth ?? 0)) best = { index: line.index, worth };
  }
  return best?.index ?? null;
}

/** An `h1` that is stated beats any other stated line, which beats an `h1` that is not. */
function worthOf(line: Line, titles: ReadonlySet<string>, body: number): number {
  if (line.text.length > HEADLINE_CHARS || line.folded === '') return 0;
  const heading = HEADINGS[headingTag(line)] ?? 0;
  const stated = titles.has(line.folded) ? 10 : 0;
  if (stated === 0 && (heading < 4 || line.words < 3)) return 0;
  const above = body === -1 || line.index < body ? 1 : 0;
  return stated + heading + above * 3;
}

/** The heading that a block is in: a link or span inside an `h1` makes its own blocks. */
function headingTag(line: Line): string {
  for (let element = line.block.element, up = 0; element !== null && up < 3; element = element.parent, up++) {
    if (element.tag in HEADINGS) return element.tag;
  }
  return line.block.tag;
}

/** The title, and its beginning before each separator, since sites add their name. */
function partsOf(title: string): readonly string[] {
  const text = title.slice(0, HEADLINE_CHARS);
  const parts = [fold(text)];
  for (const separator of SEPARATORS) {
    const at = text.lastIndexOf(separator);
    if (at >= SHORTEST_PART) parts.push(fold(text.slice(0, at)));
    const first = text.indexOf(separator);
    if (first >= SHORTEST_PART) parts.push(fold(text.slice(0, first)));
  }
  return parts.filter((part) => part !== '');
}
