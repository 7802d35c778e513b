/**
 * Pictures: captions, credits and the texts that stand in for images are labelled, in markup and in plain text.
 * Promise: a paragraph of the text is never taken for a caption because it is short.
 */
import type { Element } from '../block.ts';
import { splitCaption } from '../read/caption.ts';
import { readCredit } from '../read/credit.ts';
import { mayBeCredit } from './credit-gate.ts';
import { BODY_THRESHOLD, type Draft, type Line } from './draft.ts';
import { headlineIndex } from './headline.ts';
import { creditOf } from './readings.ts';
import { aroundText } from './span.ts';

const CAPTION_ELEMENTS: ReadonlySet<string> = new Set(['figcaption', 'figure', 'picture', 'caption']);
const CAPTION_CLASS = /caption|credit|bildunterschrift|legende/i;
const CAPTION_WORDS = 120;
/** A figure's own caption is one unless the model is rather sure: some pages wrap paragraphs in figures. */
const FIGCAPTION = 0.8;
/** So many captions side by side are a gallery. */
const GALLERY = 3;
/** Captions further from the text are those of other articles. */
const AROUND = { before: 12, after: 4 } as const;
/** From here on the model is believed against a credit. */
const CERTAIN = 0.9;
/** Long captions exist, but paragraphs that end in a bracket are more. */
const LONG_CAPTION = 50;
const LESS_CERTAIN = 0.5;
/** Signs without which no line is or ends in a credit; short lines may be credits without any. */
const SIGNS = /[:：/©|)\]）】=,–—-]|(?:photo|foto) by/i;
/** What the model takes for text needs a bracket, a sign or a label at its very end. */
const SURE_SIGNS = /[)\]）】]\.?$|©|[:：/] ?\p{Lu}[^.:：]{2,80}\.?$/u;
const SIGNS_CHARS = 150;
/** `(Jo Li/The Post)` names no agency. */
const SLASHED = /\p{L}\/\s?\p{Lu}/u;
const SHORT_WORDS = 8;

export function labelMedia(draft: Draft): void {
  const from = (headlineIndex(draft) ?? 0) - 2;
  for (const line of aroundText(draft, AROUND)) {
    if (line.index < from) continue;
    if (line.words > CAPTION_WORDS || line.score >= CERTAIN || draft.labelOf(line.index) !== null) continue;
    labelLabelled(draft, line);
    labelCredit(draft, line);
    if (isMarkedCaption(line.block.element))
      draft.suggest(
        line.index,
        'media.caption',
        'media.element',
        line.block.tag === 'figcaption' ? FIGCAPTION : BODY_THRESHOLD,
      );
  }
  labelGallery(draft);
}

/** Captions side by side are one gallery: what holds for most of them holds for all. */
function labelGallery(draft: Draft): void {
  const galleries = Map.groupBy(
    draft.lines.filter(({ block }) => block.tag === 'figcaption'),
    ({ block }) => block.element?.parent?.parent ?? null,
  );
  for (const [place, captions] of galleries) {
    const known = captions.filter(({ index }) => draft.labelOf(index)?.startsWith('media.') === true);
    if (place === null || known.length < GALLERY || known.length * 2 < captions.length) continue;
    for (const { index } of captions) draft.suggest(index, 'media.caption', 'media.gallery', CERTAIN);
  }
}

/** `Image caption,` and the line after it. */
function labelLabelled(draft: Draft, line: Line): void {
  const before = draft.lines[line.index - 1];
  if (before?.phrase?.label !== 'ui.label' || !CAPTION_LABELS.has(before.phrase.phrase)) return;
  if (before.folded.length <= before.phrase.phrase.length + 2)
    draft.suggest(line.index, 'media.caption', 'media.after-label', 0.95);
}

const CAPTION_LABELS: ReadonlySet<string> = new Set([
  'image caption',
  'media caption',
  'video caption',
  'figure caption',
  'caption',
  'bildunterschrift',
  'légende',
  'pie de foto',
  'didascalia',
  'legenda',
  'bijschrift',
  'подпись к фото',
  'التعليق على الصورة',
]);

function labelCredit(draft: Draft, line: Line): void {
  const { index, text, block } = line;
  const signs = line.score < BODY_THRESHOLD ? SIGNS : SURE_SIGNS;
  if ((line.words > SHORT_WORDS || line.score >= BODY_THRESHOLD) && !signs.test(text.slice(-SIGNS_CHARS))) return;
  if (!mayBeCredit(text.slice(-SIGNS_CHARS)) && !SLASHED.test(text.slice(-SIGNS_CHARS))) return;
  const split = splitCaption(text);
  const captioned = split !== null && readCredit(split.caption) === null;
  if (!captioned && creditOf(line)?.kind === 'photo') {
    draft.suggest(index, 'media.credit', 'media.credit', CERTAIN);
    const before = draft.lines[index - 1];
    if (block.fused && before?.block.line === block.line) draft.put(before.index, 'media.alt', 'media.before-credit');
    return;
  }
  if (split === null) return;
  draft.suggest(index, 'media.caption', 'media.credited', line.words > LONG_CAPTION ? LESS_CERTAIN : CERTAIN);
  const before = draft.lines[index - 1];
  if (before !== undefined && before.text.length >= 4 && text.startsWith(before.text)) {
    draft.suggest(before.index, 'media.caption', 'media.repeated', CERTAIN);
  }
}

function isMarkedCaption(element: Element | null): boolean {
  for (let here = element, up = 0; here !== null && up < 4; here = here.parent, up++) {
    if (CAPTION_ELEMENTS.has(here.tag)) return true;
    if (CAPTION_CLASS.test((here.attributes['class'] ?? '').slice(0, 200))) return up < 2;
  }
  return false;
}
