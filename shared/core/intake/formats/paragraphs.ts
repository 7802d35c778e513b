/** The body of a news item in; its paragraphs with labels out. Promise: words are never added, dropped or put in another order. */
import type { Label } from '../../label.ts';
import { collapsed, type Node } from './markup-tree.ts';
import type { Paragraph } from './stated.ts';
import { unwrapped } from './wrapped.ts';

/** Not text of the article, whatever stands in it. */
const SKIPPED: ReadonlySet<string> = new Set('script style head title template noscript svg media-metadata'.split(' '));

/** Elements that run on inside a paragraph; everything else begins a new one. */
const INLINE: ReadonlySet<string> = new Set(
  (
    'a abbr b cite code em font i mark q s small span strong sub sup u time chron classifier event function ' +
    'location lang money num object.title org person postaddr pronounce virtloc alt-code frac keyword'
  ).split(' '),
);

const LABELS: Readonly<Record<string, Label>> = {
  h1: 'body.heading',
  h2: 'body.heading',
  h3: 'body.heading',
  h4: 'body.heading',
  h5: 'body.heading',
  h6: 'body.heading',
  hl2: 'body.heading',
  blockquote: 'body.quote',
  bq: 'body.quote',
  li: 'body.list',
  figcaption: 'media.caption',
  'media-caption': 'media.caption',
  'media-producer': 'media.credit',
};

export function paragraphsOf(body: Node): readonly Paragraph[] {
  const found: Paragraph[] = [];
  let pending = '';
  const flush = (label: Label) => {
    for (const paragraph of unwrapped(pending)) {
      const text = collapsed(paragraph);
      if (text !== '') found.push({ text, label });
    }
    pending = '';
  };
  const visit = (node: Node, label: Label): void => {
    for (const child of node.children) {
      if (typeof child === 'string') pending += child;
      else if (SKIPPED.has(child.name)) continue;
      else if (INLINE.has(child.name)) visit(child, label);
      else {
        flush(label);
        const own = LABELS[child.name] ?? label;
        visit(child, own);
        flush(own);
      }
    }
  };
  visit(body, 'body');
  flush('body');
  return found;
}

/** Plain text: blank lines part paragraphs where there are any, else every line is one. */
export function paragraphsOfText(text: string): readonly Paragraph[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/);
  const hasGaps = lines.slice(0, -1).some((line, at) => at > 0 && line.trim() === '');
  const paragraphs: string[] = [];
  let pending: string[] = [];
  const flush = () => {
    const own = unwrapped(pending.join('\n')).map((paragraph) => collapsed(paragraph.replaceAll('\n', ' ')));
    paragraphs.push(...own.filter((paragraph) => paragraph !== ''));
    pending = [];
  };
  for (const line of lines) {
    if (line.trim() === '') flush();
    else pending.push(line);
    if (!hasGaps) flush();
  }
  flush();
  return paragraphs.map((paragraph) => ({ text: paragraph, label: 'body' }));
}
