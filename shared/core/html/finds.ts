/** What a page says about itself outside its text. Elements and captured texts come in while parsing; the tree's extras go out. */
import { LIMITS } from '../limits.ts';
import type { Tree, TreeElement } from './tree.ts';

type Extras = Omit<Tree, 'root' | 'elements'>;

export interface Finds {
  /** The text of this element is metadata: `text` and `endText` follow, and the element stays out of the tree. */
  readonly wantsText: (tag: string, attributes: Readonly<Record<string, string>>) => boolean;
  readonly text: (text: string) => void;
  readonly endText: () => void;
  readonly element: (element: TreeElement) => void;
  readonly result: () => Extras;
}

/** Enough for any title; a page that never closes its title would otherwise be all title. */
const TITLE_CHARS = 4_096;

export function finds(): Finds {
  const metas: TreeElement[] = [];
  const links: TreeElement[] = [];
  const times: TreeElement[] = [];
  const jsonLd: string[] = [];
  let title: string | null = null;
  let lang: string | null = null;
  let base: string | null = null;
  let captured: string[] = [];
  let wanted: 'title' | 'json-ld' = 'title';
  return {
    wantsText(tag, attributes) {
      captured = [];
      if (tag === 'title') {
        wanted = 'title';
        return true;
      }
      wanted = 'json-ld';
      return tag === 'script' && (attributes['type'] ?? '').toLowerCase().includes('ld+json');
    },
    text: (text) => {
      captured.push(text);
    },
    endText() {
      const text = captured.join('');
      if (wanted === 'json-ld' && text.length <= LIMITS.jsonLdChars) jsonLd.push(text);
      if (wanted === 'title') title ??= text.slice(0, TITLE_CHARS).replace(/\s+/g, ' ').trim() || null;
    },
    element(element) {
      if (element.tag === 'meta') metas.push(element);
      else if (element.tag === 'link') links.push(element);
      else if (element.tag === 'time') times.push(element);
      else if (element.tag === 'base') base ??= element.attributes['href'] ?? null;
      else if (element.tag === 'html' || element.tag === 'body') lang ??= languageOf(element);
    },
    result: () => ({ title, lang, base, metas, links, times, jsonLd }),
  };
}

function languageOf(element: TreeElement): string | null {
  return element.attributes['lang'] || element.attributes['xml:lang'] || null;
}
