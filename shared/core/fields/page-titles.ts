/** The titles of a page, and whether one of them is a phrase that names the kind of page. Promise: only short parts of titles are looked at. */
import { withoutEdges } from '../label/fold.ts';
import type { TitleWords } from '../tables/page-words.ts';
import { placeOf } from './found.ts';
import type { Sources } from './sources.ts';

export interface Title {
  readonly text: string;
  readonly where: string;
}

/** `Page not found | The Harbour Post`, `404 – Seite nicht gefunden`. */
const SEPARATOR = / [-–—|·•»:] | ?[|»] ?|: |！|。|…$/;
/** A title longer than this tells a story. */
const PART_CHARS = 80;

/** A heading somewhere on the page (`Search` above a field) is no title of the page. */
const STATED: ReadonlySet<string> = new Set(['title', 'meta', 'json-ld']);

export function titlesOf({ of, blocks }: Sources): readonly Title[] {
  return [
    ...of('headline')
      .filter(({ source }) => STATED.has(source))
      .map(({ value, where }) => ({ text: value, where })),
    ...blocks('meta.headline').map(({ block }) => ({ text: block.text, where: placeOf(block) })),
  ];
}

export function titlesLike(sources: Sources, words: TitleWords): Title | null {
  const whole = new Set(words.whole.map(plain));
  const starts = words.starts.map(plainStart);
  const says = (part: string) => whole.has(part) || starts.some((start) => part.startsWith(start));
  for (const title of titlesOf(sources)) {
    const text = title.text.slice(0, 300);
    const parts = [text, ...text.split(SEPARATOR)].filter((part) => part.length <= PART_CHARS).map(plain);
    if (parts.some(says)) return title;
  }
  return null;
}

function plain(text: string): string {
  return withoutEdges(plainStart(text));
}

function plainStart(text: string): string {
  return text.toLowerCase().replaceAll('’', "'");
}
