/**
 * Pictures. In: the blocks labelled as caption, credit or alternative text. Out: one entry per picture.
 * Promise: a caption that the page repeats makes one picture, and a credit belongs to the picture it stands beside.
 */

import type { Page } from '../block.ts';
import { foldedText } from '../fingerprint.ts';
import type { LabelledBlock } from '../label.ts';
import { splitKnownCaption } from '../read/caption.ts';
import { readCredit } from '../read/credit.ts';
import { readDate } from '../read/dates.ts';
import type { Media } from '../record.ts';
import { evidenceOf, type Found, nothing, placeOf } from './found.ts';
import type { Sources } from './sources.ts';

/** Blocks that may stand between two parts of one picture: its labels. */
const APART = 2;
/** A gallery is shown in part. */
const MOST_MEDIA = 100;

/** Guesses by place and length stand in for markup that a scrape has lost; a page has its markup. A date is none. */
function isPicture({ block, label, reason }: LabelledBlock, format: Page['format']): boolean {
  if (label !== 'media.caption') return true;
  if (format === 'html' && reason.rule === LOOSE_RULE) return false;
  return readDate(block.text, { language: null }) === null;
}

const LOOSE_RULE = 'media.short';

interface Draft {
  caption: string | null;
  alt: string | null;
  credit: string | null;
  readonly from: LabelledBlock;
  last: number;
}

export function readMedia(sources: Sources): Found<readonly Media[]> {
  const drafts: Draft[] = [];
  for (const labelled of sources.blocks('media.caption', 'media.credit', 'media.alt')) {
    if (!isPicture(labelled, sources.page.format)) continue;
    const draft = drafts.at(-1);
    const part = partOf(labelled);
    if (draft === undefined || !joins(draft, part, labelled.block.index)) {
      drafts.push({ ...part, from: labelled, last: labelled.block.index });
    } else {
      draft.caption ??= part.caption;
      draft.alt ??= part.alt;
      draft.credit ??= part.credit;
      draft.last = labelled.block.index;
    }
  }
  const media = distinct(drafts).slice(0, MOST_MEDIA);
  const href = sources.of('image').find(({ value }) => /^https?:/.test(value))?.value ?? null;
  const list = media.map(
    ({ caption, alt, credit }, at): Media => ({ kind: 'image', caption, alt, credit, href: at === 0 ? href : null }),
  );
  if (list.length === 0 && href !== null)
    return nothing([{ kind: 'image', caption: null, alt: null, credit: null, href }]);
  const evidence = media.map(
    ({ from }, at) => [`media.${at + 1}`, evidenceOf(placeOf(from.block), from.reason.rule, from.block.text)] as const,
  );
  return { value: list, evidence, quality: [] };
}

type Part = Pick<Draft, 'caption' | 'alt' | 'credit'>;

function partOf({ block, label }: LabelledBlock): Part {
  if (label === 'media.alt') return { caption: null, alt: block.text, credit: null };
  if (label === 'media.credit')
    return { caption: null, alt: null, credit: filled(readCredit(block.text)?.credit) ?? block.text };
  const split = splitKnownCaption(block.text);
  return split === null
    ? { caption: block.text, alt: null, credit: null }
    : { caption: filled(split.caption), alt: null, credit: filled(split.credit) };
}

/** A line may be nothing but signs around a credit. */
function filled(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}

function joins(draft: Draft, part: Part, index: number): boolean {
  if (index - draft.last > APART + 1) return false;
  if (part.caption !== null && draft.caption !== null) return foldedText(part.caption) === foldedText(draft.caption);
  if (part.alt !== null && draft.alt !== null) return false;
  return !(part.credit !== null && draft.credit !== null);
}

function distinct(drafts: readonly Draft[]): readonly Draft[] {
  const seen = new Set<string>();
  return drafts.filter(({ caption }) => {
    if (caption === null) return true;
    const key = foldedText(caption);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
