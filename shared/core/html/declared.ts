/**
 * The article's text as the page itself declares it to machines (JSON-LD `articleBody`). A tree comes in, the declared texts
 * go out as candidates, longest first. A witness, never the answer: some stop after a paragraph, some hold captions and menus.
 */

import type { Candidate } from '../block.ts';
import type { Tree } from './tree.ts';

const KEY = '"articleBody"';
const MAX_BODIES = 4;

export function declaredCandidates(tree: Tree): readonly Candidate[] {
  return declaredBodies(tree.jsonLd).map((value) => ({
    field: 'body',
    value,
    source: 'json-ld',
    where: 'json-ld articleBody',
  }));
}

function declaredBodies(jsonLd: readonly string[]): readonly string[] {
  const bodies: string[] = [];
  for (const text of jsonLd) {
    for (let at = text.indexOf(KEY); at >= 0 && bodies.length < MAX_BODIES; at = text.indexOf(KEY, at + KEY.length)) {
      const body = stringAfter(text, at + KEY.length);
      if (body !== '') bodies.push(body);
    }
  }
  return bodies.sort((a, b) => b.length - a.length);
}

/** The JSON string after the colon, read by itself because the JSON around it is often broken. */
function stringAfter(text: string, from: number): string {
  const start = text.indexOf('"', from);
  if (start < 0 || text.slice(from, start).trim() !== ':') return '';
  let end = start + 1;
  while (end < text.length && text.charCodeAt(end) !== 34) end += text.charCodeAt(end) === 92 ? 2 : 1;
  try {
    const value: unknown = JSON.parse(text.slice(start, end + 1).replace(/[\n\r\t]/g, ' '));
    return typeof value === 'string'
      ? value
          .replace(/<[^<>]{0,300}>/g, ' ')
          .replace(/\s+/g, ' ')
          .trim()
      : '';
  } catch {
    return '';
  }
}
