/**
 * Captions that the page names so: blocks whose class says caption come in, and are labelled however much they read like text.
 * Promise: where captions are a good part of the text, as in a gallery that tells a story, they stay.
 */
import { type Draft, type Line, wordsOf } from './draft.ts';
import { bodySpan } from './span.ts';

/** `wp-caption-text`, `imageCaption`, `photo_caption`; not `captioned`, which is the picture with all around it. */
const CAPTION = /(?:^|[\s_-]|(?<=[a-z])(?=C))caption(?=$|[\s_-]|[A-Z])/i;
const CLASS_CHARS = 200;
/** Of the words of the text. */
const MOST_SHARE = 0.3;

export function labelMarkedCaptions(draft: Draft): void {
  const { first, last } = bodySpan(draft);
  const body = draft.lines.slice(first, last + 1).filter(({ index }) => draft.isBody(index));
  const captions = body.filter(isMarked);
  if (wordsOf(captions) > wordsOf(body) * MOST_SHARE) return;
  for (const { index } of captions) draft.put(index, 'media.caption', 'media.marked');
}

function isMarked({ block }: Line): boolean {
  const names = block.element?.attributes['class'];
  return names !== undefined && CAPTION.test(names.slice(0, CLASS_CHARS));
}
