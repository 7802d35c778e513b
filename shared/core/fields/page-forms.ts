/**
 * Articles of another form: live blogs and galleries. In: the page's offers and labelled blocks. Out: what shows the form, or null.
 * Promise: the form takes nothing away, a live blog with a text is a record with its text.
 */
import { isBody } from '../label.ts';
import { GALLERY_TITLES } from '../tables/page-words.ts';
import { placeOf } from './found.ts';
import type { KindFound, TextFacts } from './page-kind.ts';
import { titlesLike } from './page-titles.ts';
import type { Sources } from './sources.ts';

/** Entries of a live blog; a programme or a chronicle of a day inside an article has a few times too. */
const ENTRIES = 4;
/** `11:42`, `9.05 am`, `17:27 Uhr`, `14h30`, `11:42 BST`, `LIVE 11:42`; nothing else on the line. */
const CLOCK =
  /^(?:(?:live|update[ds]?|um|à|at|le|kl\.?) )?\d{1,2}[:.h]\d{2}(?::\d{2})? ?(?:[ap]\.?m\.?|uhr|h|hrs|[a-z]{2,4})?$/i;
/** Pictures of a gallery, when nothing else says gallery. */
const CAPTIONS = { named: 3, alone: 6 } as const;

export function isLiveBlog({ of, labelled }: Sources): KindFound | null {
  const stated = of('type').find(({ value }) => /^LiveBlogPosting$/i.test(value));
  if (stated !== undefined) return { code: 'live-blog', where: stated.where, rule: 'kind.stated', raw: stated.value };
  const entries = labelled.filter((one, at) => CLOCK.test(one.block.text) && opensEntry(labelled, at));
  const [first] = entries;
  if (entries.length < ENTRIES || first === undefined) return null;
  return { code: 'live-blog', where: placeOf(first.block), rule: 'kind.times-as-headings', raw: first.block.text };
}

/** One of the next blocks is text, before the next time. */
function opensEntry(labelled: Sources['labelled'], at: number): boolean {
  for (const { block, label } of labelled.slice(at + 1, at + 4)) {
    if (CLOCK.test(block.text)) return false;
    if (isBody(label) && label !== 'body.heading') return true;
  }
  return false;
}

export function isGallery(sources: Sources, { words, captions, captionWords }: TextFacts): KindFound | null {
  const stated = sources.of('type').find(({ value }) => /^(?:Image|Media)Gallery$/i.test(value));
  if (stated !== undefined && captionWords >= words)
    return { code: 'gallery', where: stated.where, rule: 'kind.stated', raw: stated.value };
  const title = captions >= CAPTIONS.named ? titlesLike(sources, GALLERY_TITLES) : null;
  if (title !== null) return { code: 'gallery', where: title.where, rule: 'kind.gallery-title', raw: title.text };
  if (captions < CAPTIONS.alone || captionWords <= words) return null;
  return { code: 'gallery', where: 'page', rule: 'kind.mostly-captions', raw: null };
}
