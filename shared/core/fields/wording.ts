/**
 * Whether a bare name is none: most of its words, or half of them and the first, stand in the text in small letters (`Filing Fee` above a text about fees). In: the labelled
 * blocks. Out: a test. Promise: the text is taken apart once, and only when a bare name is at stake.
 */
import type { LabelledBlock } from '../label.ts';

/** No parts of addresses and accounts. */
const WORDS = /(?<![@.\p{L}\p{M}])[\p{L}\p{M}'’]+(?![@\p{L}\p{M}])/gu;
/** Enough of a text to know its words. */
const MOST_CHARS = 40_000;
/** Shorter words stand inside names too: `de`, `van`. */
const LONG = 3;

export function wordingOf(labelled: readonly LabelledBlock[]): (name: string) => boolean {
  let words: ReadonlySet<string> | null = null;
  return (name) => {
    words ??= wordsOf(labelled);
    const own = (name.match(WORDS) ?? []).filter((word) => word.length >= LONG);
    const small = own.map((word) => words?.has(word.toLowerCase()) === true);
    const count = small.filter(Boolean).length;
    // Many people are called Green and Baker, few by a first name that is a word.
    return count * 2 > own.length || (count * 2 === own.length && small[0] === true);
  };
}

function wordsOf(labelled: readonly LabelledBlock[]): ReadonlySet<string> {
  const text = labelled.filter(({ label }) => label === 'body').map(({ block }) => block.text);
  return new Set(text.join('\n').slice(0, MOST_CHARS).match(WORDS));
}
