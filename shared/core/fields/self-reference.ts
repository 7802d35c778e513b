/**
 * The outlet's name in its own furniture. In: the labelled blocks. Out: names with the places that say them, most often named
 * first. Promise: the article itself is not searched: whom it quotes is not who printed it.
 */
import type { LabelledBlock } from '../label.ts';
import { AFTER_OWN_NAME, BEFORE_OWN_NAME } from '../tables/self-references.ts';
import { placeOf } from './found.ts';
import { squeezed } from './site-names.ts';

export interface SelfReference {
  readonly name: string;
  readonly where: string;
  readonly raw: string;
  /** Places that say so. */
  readonly count: number;
}

const FURNITURE = /^(?:ui|promo|footer|nav)\./;
const BLOCK_CHARS = 1_500;
const NAME_WORDS = 5;
/** Furniture is repeated; the first blocks of it say it all. */
const MOST_BLOCKS = 200;

const BEFORE = phrases(BEFORE_OWN_NAME);
const AFTER = phrases(AFTER_OWN_NAME);

function phrases(table: Readonly<Record<string, string>>): readonly string[] {
  return Object.values(table).flatMap((row) => row.split(',').map((phrase) => phrase.trim()));
}

export function selfReferences(labelled: readonly LabelledBlock[]): readonly SelfReference[] {
  const names = new Map<string, { name: string; where: string; raw: string; count: number }>();
  const furniture = labelled.filter(({ label }) => FURNITURE.test(label)).slice(0, MOST_BLOCKS);
  for (const { block } of furniture) {
    for (const name of new Set(namesIn(block.text.slice(0, BLOCK_CHARS)))) {
      const key = squeezed(name);
      const known = names.get(key);
      if (known === undefined) names.set(key, { name, where: placeOf(block), raw: block.text, count: 1 });
      else known.count += 1;
    }
  }
  return [...names.values()].sort((a, b) => b.count - a.count);
}

function namesIn(text: string): readonly string[] {
  const lower = text.toLowerCase();
  const behind = BEFORE.map((phrase) => {
    const at = wordAt(lower, phrase);
    return at < 0
      ? null
      : nameFrom(
          text
            .slice(at + phrase.length)
            .trimStart()
            .split(/\s+/, NAME_WORDS + 1),
        );
  });
  const ahead = AFTER.map((phrase) => {
    const at = wordAt(lower, phrase);
    return at < 0 ? null : nameUpTo(text.slice(0, at).trimEnd().split(/\s+/).slice(-NAME_WORDS));
  });
  return [...behind, ...ahead, copyright(text)].filter((name) => name !== null);
}

/** Place of a phrase that begins and ends with words, -1 when there is none. */
function wordAt(lower: string, phrase: string): number {
  const at = lower.indexOf(phrase);
  const before = lower[at - 1] ?? ' ';
  const after = lower[at + phrase.length] ?? ' ';
  return at >= 0 && !/\p{L}/u.test(before) && !/\p{L}/u.test(after) ? at : -1;
}

const NAME_WORD = /^["“]?[\p{Lu}\p{Nd}][\p{L}\p{M}\p{N}’'&.-]*[”",.;:!?)]*$/u;
const LINK_WORD: ReadonlySet<string> = new Set([
  'of',
  'and',
  '&',
  'the',
  'de',
  'la',
  'le',
  'der',
  'die',
  'das',
  'für',
  'del',
  'do',
  'da',
]);
const ENDS = /[”",.;:!?)]+$/;
const OPENERS = /^["“(]+/;

/** Capitalised words from the start on: `Arena Holdings and distributed …` //=> `Arena Holdings` */
function nameFrom(words: readonly string[]): string | null {
  const name: string[] = [];
  for (const [at, word] of words.entries()) {
    const link = LINK_WORD.has(word) && NAME_WORD.test(words[at + 1] ?? '');
    if (!NAME_WORD.test(word) && !link) break;
    name.push(word.replace(OPENERS, '').replace(ENDS, ''));
    if (ENDS.test(word)) break;
  }
  return usable(name);
}

/** The same, walking back from the end. */
function nameUpTo(words: readonly string[]): string | null {
  const name: string[] = [];
  for (const [at, word] of [...words].reverse().entries()) {
    const link = LINK_WORD.has(word) && name.length > 0 && NAME_WORD.test(words[words.length - at - 2] ?? '');
    if ((!NAME_WORD.test(word) && !link) || (at > 0 && ENDS.test(word))) break;
    name.unshift(word.replace(OPENERS, '').replace(ENDS, ''));
  }
  return usable(name);
}

/** Words with which sentences of furniture begin. */
const NOT_OWN: ReadonlySet<string> = new Set(
  'this our your you we it us my the a an all please sign log read join here now more by in on for at and or if how terms privacy policy facebook twitter instagram google apple youtube whatsapp linkedin telegram tiktok email app store comments'.split(
    ' ',
  ),
);

function usable(words: readonly string[]): string | null {
  const text = words.join(' ').trim();
  if (text.length < 2 || text.length > 60 || !/\p{L}/u.test(text)) return null;
  return NOT_OWN.has(text.toLowerCase()) ||
    NOT_OWN.has(words.at(-1)?.toLowerCase() ?? '') ||
    /^\p{Nd}+$/u.test(words[0] ?? '')
    ? null
    : text;
}

const COPYRIGHT = /(?:©|\(c\)|copyright)\s{0,2}(?:(?:19|20)\d\d\s{0,2}(?:[-–]\s{0,2}(?:19|20)\d\d)?)?\s{0,2}(?:by\s)?/i;

/** `© 2023 The Daily Bugle. All rights reserved.` */
function copyright(text: string): string | null {
  const match = COPYRIGHT.exec(text);
  return match === null ? null : nameFrom(text.slice(match.index + match[0].length).split(/\s+/, NAME_WORDS + 1));
}
