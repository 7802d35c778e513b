/**
 * Articles of another form: live blogs and galleries. In: the page's offers and labelled blocks. Out: what shows the form, or null.
 * Promise: the form takes nothing away, a live blog with a text is a record with its text.
 */
import { entryTimes } from '../label/entries.ts';
import { isBody } from '../label.ts';
import { GALLERY_TITLES } from '../tables/page-words.ts';
import { placeOf } from './found.ts';
import type { KindFound, TextFacts } from './page-kind.ts';
import { titlesLike } from './page-titles.ts';
import type { Sources } from './sources.ts';

/** Pictures of a gallery, when nothing else says gallery. */
const CAPTIONS = { named: 3, alone: 6 } as const;

export function isLiveBlog({ of, page, labelled }: Sources): KindFound | null {
  const stated = of('type').find(({ value }) => /^LiveBlogPosting$/i.test(value));
  if (stated !== undefined) return { code: 'live-blog', where: stated.where, rule: 'kind.stated', raw: stated.value };
  const isText = (at: number) => {
    const label = labelled[at]?.label ?? 'other';
    return isBody(label) && label !== 'body.heading';
  };
  const [time] = entryTimes(page.blocks, isText);
  const block = time === undefined ? undefined : page.blocks[time];
  if (block === undefined) return null;
  return { code: 'live-blog', where: placeOf(block), rule: 'kind.times-as-headings', raw: block.text };
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
