/** Titles and names of RSS in, what people read out. Promise: a sign that may be meant as it stands stays. */
import { Parser } from 'htmlparser2';
import { collapsed } from '../formats/markup-tree.ts';

/** Elements that are found in titles and names. */
const TAG =
  /<(\/?)(a|abbr|b|big|cite|code|del|em|font|i|ins|mark|q|s|small|span|strike|strong|sub|sup|tt|u|br|hr|img|wbr|p|div|h[1-6])(?=[\s/>])[^<>]{0,300}>/gi;
/** They have no end. */
const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'wbr']);
/** Words on both sides of them are two words. */
const PARTING = /^(?:br|hr|p|div|h[1-6])$/;
/** No reference of HTML: `AT&T`. */
const LOOSE = /&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});)/gi;
/** Longer than any headline or name. */
const LINE_CHARS = 2_000;

/**
 * A title, a name or the like of RSS, which says nowhere whether these are text or HTML. `Queen&#8217;s <b>fish</b>` //=> `Queen’s fish`;
 * `AT&T`, `1 < 2`, `<LQT.L>` stay, and so does a tag that is never closed.
 */
export function plainLine(text: string): string {
  return collapsed(text.length > LINE_CHARS ? text : withoutReferences(withoutTags(text)));
}

function withoutTags(text: string): string {
  if (!text.includes('<')) return text;
  const found = [...text.matchAll(TAG)].map(([, slash = '', name = '']) => `${slash}${name.toLowerCase()}`);
  const names = new Set(found);
  return text.replace(TAG, (tag: string, _slash: string, written: string) => {
    const name = written.toLowerCase();
    const isTag = VOID.has(name) || (names.has(name) && names.has(`/${name}`));
    return isTag ? (PARTING.test(name) ? ' ' : '') : tag;
  });
}

/** `AT&amp;T` //=> `AT&T` */
export function withoutReferences(text: string): string {
  if (!text.includes('&')) return text;
  const parts: string[] = [];
  const parser = new Parser({ ontext: (part) => void parts.push(part) });
  parser.end(text.replace(LOOSE, '&amp;').replaceAll('<', '&lt;'));
  return parts.join('');
}
