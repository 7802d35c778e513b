/** An element in; whether it stands where a page speaks of this article rather than of others. Class names are words here, not rules of one site. */
import type { TreeElement } from './tree.ts';
import { forEachElement } from './walk.ts';

const ELSEWHERE_TAGS: ReadonlySet<string> = new Set(['nav', 'footer', 'aside']);

const ELSEWHERE_WORDS: ReadonlySet<string> = new Set(
  (
    'related recommended recommend recommendations comment comments footer sidebar nav navigation menu breadcrumb breadcrumbs ' +
    'teaser teasers trending popular mostread promo latest widget carousel newsletter copyright ticker outbrain taboola ' +
    'disqus reply replies more morefrom next rail'
  ).split(' '),
);

const OUTSIDE_WORDS: ReadonlySet<string> = new Set(
  'comment comments reply replies disqus related recommended'.split(' '),
);

/** Words for the article's own parts: `headline__footer` is of the headline, whatever footers are elsewhere. */
const OWN_WORDS: ReadonlySet<string> = new Set('headline article story entry byline author title post'.split(' '));

/** The words of one class name or id each: `c-article__byline authorName` //=> [c, article, byline], [author, name]. */
export type ClassWords = readonly (readonly string[])[];

const NONE: ClassWords = [];

function wordsOf(written: string): ClassWords {
  return written.split(/[ \t\n]/).map((name) => {
    const flat = name
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .replaceAll('by line', 'byline');
    return flat.split(/[^a-z]/).filter((word) => word !== '');
  });
}

/** Remembers within one page: its elements share few classes. */
export function classReader(): (element: TreeElement) => ClassWords {
  const known = new Map<string, ClassWords>();
  return ({ attributes: { class: name = '', id = '' } }) => {
    if (name === '' && id === '') return NONE;
    const written = id === '' ? name.slice(0, 500) : `${name.slice(0, 500)} ${id.slice(0, 100)}`;
    const words = known.get(written) ?? wordsOf(written);
    known.set(written, words);
    return words;
  };
}

export type Elsewhere = (element: TreeElement, words: ClassWords) => boolean;

/** Never the article, however poor the page. */
export const isOutside: Elsewhere = (element, words) => {
  if (element.tag === 'nav' || element.tag === 'footer') return true;
  return words.some((name) => name.some((word) => OUTSIDE_WORDS.has(word)));
};

export const isElsewhere: Elsewhere = (element, words) => {
  if (ELSEWHERE_TAGS.has(element.tag)) return true;
  if (element.tag === 'body' || element.tag === 'html' || element.tag === 'main') return false;
  return words.some((name) => {
    if (name.some((word) => OUTSIDE_WORDS.has(word))) return true;
    return name.some((word) => ELSEWHERE_WORDS.has(word)) && !name.some((word) => OWN_WORDS.has(word));
  });
};

/** Everything that holds a top heading: such an element is of the article, whatever its class says (`with-sidebar`). */
export function headlinePath(root: TreeElement): ReadonlySet<TreeElement> {
  const path = new Set<TreeElement>([root]);
  forEachElement(root, (element) => {
    if (element.tag !== 'h1') return undefined;
    for (let at = element.parent; at !== null && !path.has(at); at = at.parent) path.add(at);
    return 'skip';
  });
  return path;
}
