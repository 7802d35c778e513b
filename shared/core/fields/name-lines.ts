/**
 * Names that scrapes leave on lines of their own: a bare name beside the date, or at either end of the text. In: the blocks of a page. Out: the first such
 * byline, or null. Promise: asked only where no line says "by"; what the text itself has in small letters is no name.
 */
import type { Block } from '../block.ts';
import type { Label } from '../label.ts';
import { type Byline, readByline } from '../read/byline.ts';
import { findDates } from '../read/dates.ts';
import { fold } from '../read/fold.ts';
import { DESKS } from '../read/name-words.ts';
import { headZone } from './facts-lines.ts';
import type { Sources } from './sources.ts';
import { wordingOf } from './wording.ts';

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
  'related.item',
  'media.caption',
]);
const NAME_CHARS = 60;
/** `Anna Lee 2 hours ago`: its own date. */
const AGE = /\p{L}[\s,]{0,3}\p{Nd}{1,2}\s/u;

export function nameLine({ page, labelled }: Sources, language: string | null): NameLine | null {
  if (page.format !== 'text') return null;
  const zone = headZone(labelled);
  const isWording = wordingOf(labelled);
  const lines = zone.flatMap(({ block, label }, at) => {
    if (!OPEN.has(label) || block.text.length > NAME_CHARS) return [];
    if (![zone[at - 1], zone[at + 1]].some((one) => isDated(one?.block.text ?? '', language)) && !AGE.test(block.text))
      return [];
    const byline = readByline(block.text, language, { asNameLine: true });
    const own = byline ?? teamLine(block.text);
    return own === null || own.names.length === 0 ? [] : [{ block, byline: own }];
  });
  return lines.find(({ byline }) => byline.names.every(({ name }) => !isWording(name))) ?? null;
}

const TEAM_WORDS = 4;

/** `Harbour Staff`, `The Harbour Team`: all of a line, so that only a date beside it makes it a byline. */
function teamLine(text: string): Byline | null {
  const words = text.split(' ');
  const isTeam = words.length > 1 && words.length <= TEAM_WORDS && DESKS.has(fold(words.at(-1) ?? ''));
  if (!isTeam || words.some((word) => word === word.toLowerCase())) return null;
  return { names: [{ name: text, kind: 'org' }], text, raw: text, basis: 'name-line', agency: null };
}

/** A short line with a date in it. */
export function isDated(text: string, language: string | null): boolean {
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
  const isWording = wordingOf(labelled);
  for (const { block } of ends) {
    if (block.text.length > NAME_CHARS || block.linkChars > 0 || !PARAGRAPH.test(block.tag)) continue;
    const byline = readByline(block.text, language, { asNameLine: true });
    if (byline === null || !byline.names.some(({ kind }) => kind === 'person')) continue;
    if (byline.basis !== 'name-line' || !byline.names.some(({ name }) => isWording(name))) return { block, byline };
  }
  return null;
}
