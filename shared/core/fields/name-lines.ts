/**
 * Names that scrapes leave on lines of their own: `By` and the name below it, or a bare name beside the date. In: the blocks
 * around the headline of a text. Out: the first such byline, or null. Promise: asked only where no line says "by" itself.
 */
import type { Block } from '../block.ts';
import type { Label } from '../label.ts';
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
  'related.item',
]);
const NAME_CHARS = 60;
const LONELY_CHARS = 14;

export function nameLine({ page, labelled }: Sources, language: string | null): NameLine | null {
  if (page.format !== 'text') return null;
  const zone = headZone(labelled);
  for (const [at, { block, label }] of zone.entries()) {
    if (!OPEN.has(label) || block.text.length > NAME_CHARS) continue;
    const above = zone[at - 1]?.block.text ?? '';
    const below = zone[at + 1]?.block.text ?? '';
    if (!isLonelyPrefix(above, language) && !isDated(above, language) && !isDated(below, language)) continue;
    const byline = readByline(block.text, language, { asNameLine: true });
    if (byline?.names.some(({ kind }) => kind === 'person')) return { block, byline };
  }
  return null;
}

/** `By`, `Von`, `Text:` and nothing else. */
function isLonelyPrefix(text: string, language: string | null): boolean {
  return (
    text.length <= LONELY_CHARS &&
    bylinePrefix(text, language) === null &&
    bylinePrefix(`${text} Anna Lee`, language) !== null
  );
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
