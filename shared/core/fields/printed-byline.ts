/**
 * The byline that readers see. In: the labelled blocks. Out: the surest of the lines that name somebody, or null.
 * Promise: a line that says "by" comes before a bare name, and who edited a text did not write it.
 */
import type { Block } from '../block.ts';
import { type Byline, type BylineName, readByline } from '../read/byline.ts';
import { findDates } from '../read/dates.ts';
import { readFactsLine } from '../read/facts-line.ts';
import type { Facts } from './facts-lines.ts';
import { placeOf } from './found.ts';
import { nameLine } from './name-lines.ts';
import { prefixLine } from './prefix-lines.ts';
import type { Sources } from './sources.ts';
import { wordingOf } from './wording.ts';

/** `Editor: Anna Lee`: who let it pass, not who wrote it. */
export const EDITED = /^(?:editor|editing|edited by|redaktur|redactor jefe|biên tập)\s?:/i;

export interface PrintedByline {
  readonly byline: Byline;
  readonly where: string;
  /** All of it is one link, the date too. */
  readonly teaser: boolean;
  /** It says "by" and stands between headline and text. */
  readonly sure: boolean;
}

export function printedByline(sources: Sources, language: string | null, facts: Facts): PrintedByline | null {
  const headline = sources.blocks('meta.headline')[0]?.block.index ?? -1;
  const isWording = wordingOf(sources.labelled);
  const isWords = ({ basis, names }: Byline) =>
    sources.page.format === 'text' && basis === 'name-line' && names.some(({ name }) => isWording(name));
  const lines = sources.blocks('meta.byline').flatMap(({ block }) => {
    const byline = bylineOf(block, language);
    return byline === null || isWords(byline)
      ? []
      : [{ block, byline, doubt: doubtOf(block, byline, headline, language) }];
  });
  const [best] = lines.toSorted((a, b) => a.doubt - b.doubt);
  const text = sources.blocks('body')[0]?.block.index ?? 0;
  const told = best === undefined || best.byline.basis === 'name-line' ? prefixLine(sources, language) : null;
  if (told !== null) return { byline: told.byline, where: placeOf(told.block), teaser: false, sure: false };
  if (best !== undefined) {
    const sure = best.doubt === 0 && headline >= 0 && best.block.index < text;
    const byline = sources.page.format === 'text' ? withNext(best, lines) : best.byline;
    return { byline, where: placeOf(best.block), teaser: isTeaser(best.block, language), sure };
  }
  for (const { block, facts: line } of facts()) {
    if (line.byline !== null && line.byline.names.length > 0 && !isWords(line.byline))
      return { byline: line.byline, where: placeOf(block), teaser: false, sure: false };
  }
  const named = nameLine(sources, language);
  return named === null ? null : { byline: named.byline, where: placeOf(named.block), teaser: false, sure: false };
}

/** `Anna Lee – Journalist` above `Jo Li – Journalist`: writers one below the other, each with a title. */
function withNext(best: Line, lines: readonly Line[]): Byline {
  if (!hasTitle(best.byline)) return best.byline;
  const names = new Map(best.byline.names.map((name) => [name.name, name]));
  const raw = [best.byline.raw];
  for (let at = best.block.index + 1; ; at += 1) {
    const next = lines.find(({ block }) => block.index === at);
    if (next === undefined || next.doubt !== best.doubt || !hasTitle(next.byline)) break;
    for (const name of next.byline.names) names.set(name.name, name);
    raw.push(next.byline.raw);
  }
  if (raw.length === 1) return best.byline;
  return { ...best.byline, names: [...names.values()], text: [...names.keys()].join(', '), raw: raw.join(', ') };
}

function hasTitle({ basis, names, text, raw }: Byline): boolean {
  return basis === 'name-line' && names.length === 1 && raw.length > text.length + 2;
}

interface Line {
  readonly block: Block;
  readonly byline: Byline;
  readonly doubt: number;
}

function bylineOf({ text }: Block, language: string | null): Byline | null {
  if (EDITED.test(text)) return null;
  return (
    readByline(text, language, { asNameLine: true }) ??
    readByline(text, null, { asNameLine: true }) ??
    // `March 3, 2024 · by Anna Lee`
    readFactsLine(text, { language })?.byline ??
    null
  );
}

/** Longer lines are text about an editor. */
const EDITOR_CHARS = 80;

/** Whom the page itself calls editor of the text: metadata often gives that name for the writer's. */
export function editorNames({ page }: Sources, language: string | null): readonly BylineName[] {
  return page.blocks.flatMap(({ text }) => {
    if (text.length > EDITOR_CHARS || !EDITED.test(text)) return [];
    const name = text.replace(EDITED, '').trim();
    // Many people have one name, which no byline reader would believe.
    return readByline(name, language, { asNameLine: true })?.names ?? [{ name, kind: 'person' }];
  });
}

/** A line that says "by" below the headline is surer than a bare name, and that than a line above it or a link to another article. */
function doubtOf(block: Block, { basis }: Byline, headline: number, language: string | null): number {
  return (isTeaser(block, language) ? 4 : 0) + (block.index < headline ? 2 : 0) + (basis === 'name-line' ? 1 : 0);
}

/** Blanks between parts of a link are none of its characters. */
const LINKED = 0.9;

/** `By Anna Lee Dec 13, 2023` as one link leads to another article: an article's own byline links its writer alone. */
function isTeaser({ text, linkChars, element }: Block, language: string | null): boolean {
  return element !== null && linkChars >= text.length * LINKED && findDates(text, { language }).length > 0;
}
