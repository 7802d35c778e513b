/** Class and id of an element come in, the kinds of page part they name go out as a bit set. */
import type { Element } from '../block.ts';
import { CLASS_TOKENS } from './class-tokens.ts';

export const TOKEN_GROUPS: readonly string[] = CLASS_TOKENS.map(([name]) => name);

const STEM_CHARS = 5;
/** Generated class names run to thousands of characters; the names that tell something come first. */
const LOOKED_AT = 300;
const WORD = /[A-Z]?[a-z]+|[A-Z]+/g;

const whole = new Map<string, number>();
const stems = new Map<string, readonly (readonly [string, number])[]>();

for (const [group, [, words]] of CLASS_TOKENS.entries()) {
  for (const word of words.split(' ')) {
    whole.set(word, (whole.get(word) ?? 0) | (1 << group));
    if (word.length < STEM_CHARS) continue;
    const start = word.slice(0, STEM_CHARS);
    stems.set(start, [...(stems.get(start) ?? []), [word, 1 << group]]);
  }
}

export type TokenReader = (element: Element) => number;

/** A reader remembers what it has read: pages use few names, often. Make one for each page. */
export function tokenReader(): TokenReader {
  const known = new Map<string, number>();
  return (element) => {
    const { class: classes, id } = element.attributes;
    if (classes === undefined && id === undefined) return 0;
    const names = id === undefined ? (classes ?? '') : `${classes ?? ''} ${id}`;
    const before = known.get(names);
    if (before !== undefined) return before;
    const bits = groupsOf(names.slice(0, LOOKED_AT));
    known.set(names, bits);
    return bits;
  };
}

function groupsOf(names: string): number {
  let bits = 0;
  for (const word of names.match(WORD) ?? []) {
    const token = word.toLowerCase();
    bits |= whole.get(token) ?? 0;
    if (token.length <= STEM_CHARS) continue;
    for (const [stem, bit] of stems.get(token.slice(0, STEM_CHARS)) ?? []) if (token.startsWith(stem)) bits |= bit;
  }
  return bits;
}
