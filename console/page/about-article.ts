/** The four screens of one article, side by side: itself, its copies, its event, its versions. */
import { h } from './dom.ts';

export type View = 'article' | 'copies' | 'event' | 'versions';

const VIEWS: readonly (readonly [View, string])[] = [
  ['article', 'Article'],
  ['copies', 'Copies'],
  ['event', 'Event'],
  ['versions', 'Versions'],
];

export function aboutArticle(id: string, view: View): HTMLElement {
  const links = VIEWS.map(([name, title]) => {
    const href = name === 'article' ? `#/article/${id}` : `#/article/${id}/${name}`;
    return h('a', { href, 'aria-current': name === view ? 'page' : null }, title);
  });
  return h('nav', { class: 'tabs', 'aria-label': 'This article' }, ...links);
}
