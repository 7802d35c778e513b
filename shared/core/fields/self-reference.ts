/**
 * The outlet's name in its own furniture. In: the labelled blocks. Out: names with the places that say them, most often named
 * first. Promise: the article itself is not searched: whom it quotes is not who printed it.
 */
import type { LabelledBlock } from '../label.ts';
import { gateOf, mayBegin } from '../read/gate.ts';
import { KIND, kindOf } from '../read/letters.ts';
import { signsOf, trimEndSigns } from '../read/trim.ts';
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

const FURNITURE: ReadonlySet<string> = new Set(
  'ui.notification ui.auth ui.comments promo.donation promo.paywall promo.newsletter promo.app promo.event footer.imprint footer.legal'.split(
    ' ',
  ),
);
const BLOCK_CHARS = 1_500;
const NAME_WORDS = 5;
/** Furniture is repeated; the first blocks of it say it all. */
const MOST_BLOCKS = 40;

/** First word //=> the phrases that begin with it. */
type Phrases = ReadonlyMap<string, readonly string[]>;

const BEFORE = phrases(BEFORE_OWN_NAME);
const AFTER = phrases(AFTER_OWN_NAME);

function phrases(table: Readonly<Record<string, string>>): Phrases {
  const all = Object.values(table).flatMap((row) => row.split(',').map((phrase) => phrase.trim()));
  return Map.groupBy(new Set(all), (phrase) => phrase.split(' ')[0] ?? '');
}

export function selfReferences(labelled: readonly LabelledBlock[]): readonly SelfReference[] {
  const names = new Map<string, { name: string; where: string; raw: string; count: number }>();
  const furniture = labelled.filter(({ label }) => FURNITURE.has(label)).slice(0, MOST_BLOCKS);
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

const WORD = /[\p{L}\p{N}]+/uy;
const IN_WORD = KIND.letter | KIND.number;
/** Nearly no word opens such a phrase. */
const GATE = gateOf([...BEFORE.values(), ...AFTER.values()].flat());

const WORDS = /[\p{L}\p{N}]+/gu;

/** Where words begin, by a walk; by a pattern where characters beyond the first 65,536 stand. */
function wordStarts(lower: string): readonly number[] {
  const starts: number[] = [];
  let before: number = KIND.other;
  for (let at = 0; at < lower.length; at += 1) {
    const kind = kindOf(lower.charCodeAt(at));
    if (kind === KIND.half) return [...lower.matchAll(WORDS)].map(({ index }) => index);
    if ((kind & IN_WORD) !== 0 && (before & IN_WORD) === 0) starts.push(at);
    before = kind;
  }
  return starts;
}

function wordAt(lower: string, at: number): string {
  WORD.lastIndex = at;
  return WORD.exec(lower)?.[0] ?? '';
}

function namesIn(text: string): readonly string[] {
  const lower = text.toLowerCase();
  const names: (string | null)[] = [];
  for (const index of wordStarts(lower)) {
    if (!mayBegin(GATE, lower, index)) continue;
    const word = wordAt(lower, index);
    const behind = phraseAt(lower, index, BEFORE.get(word));
    if (behind !== null)
      names.push(
        nameFrom(
          text
            .slice(index + behind.length)
            .trimStart()
            .split(/\s+/, NAME_WORDS + 1),
        ),
      );
    const ahead = phraseAt(lower, index, AFTER.get(word));
    if (ahead !== null) names.push(nameUpTo(text.slice(0, index).trimEnd().split(/\s+/).slice(-NAME_WORDS)));
  }
  // The holder of the rights is often a company behind the outlet: asked only where nothing else names one.
  if (!names.some((name) => name !== null)) names.push(copyright(text));
  return names.flatMap((name) => (name === null ? [] : [name]));
}

/** The phrase that stands at a place and ends with a word's end. */
function phraseAt(lower: string, at: number, phrases: readonly string[] | undefined): string | null {
  const found = phrases?.find(
    (phrase) => lower.startsWith(phrase, at) && !/\p{L}/u.test(lower[at + phrase.length] ?? ' '),
  );
  return found ?? null;
}

const NAME_START = /^["“]?[\p{Lu}\p{Nd}][\p{L}\p{M}\p{N}’'&.-]*$/u;
const WORD_END = signsOf('”",.;:!?)');

function isNameWord(word: string): boolean {
  return NAME_START.test(trimEndSigns(word, WORD_END));
}

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
const OPENERS = /^["“(]{1,2}/;

/** `Harbour Press, …`: what ends with a sign ends the name. */
function endsName(word: string): boolean {
  return WORD_END.has(word.at(-1) ?? '');
}

/** Capitalised words from the start on: `Harbour Press and printed …` //=> `Harbour Press` */
function nameFrom(words: readonly string[]): string | null {
  const name: string[] = [];
  for (const [at, word] of words.entries()) {
    const link = LINK_WORD.has(word) && isNameWord(words[at + 1] ?? '');
    if (!isNameWord(word) && !link) break;
    name.push(trimEndSigns(word.replace(OPENERS, ''), WORD_END));
    if (endsName(word)) break;
  }
  // `alerts from the Halden Courier`: an article that is part of the name is written with a capital.
  return usable(name[0] === 'the' ? name.slice(1) : name);
}

/** The same, walking back from the end. */
function nameUpTo(words: readonly string[]): string | null {
  const name: string[] = [];
  for (const [at, word] of [...words].reverse().entries()) {
    const link = LINK_WORD.has(word) && name.length > 0 && isNameWord(words[words.length - at - 2] ?? '');
    if ((!isNameWord(word) && !link) || (at > 0 && endsName(word))) break;
    name.unshift(trimEndSigns(word.replace(OPENERS, ''), WORD_END));
  }
  return usable(name);
}

/** Words with which sentences of furniture begin. */
const NOT_OWN: ReadonlySet<string> = new Set(
  'this our your you we it us my the a an all please sign log read join here now more by in on for at and or if how terms privacy policy facebook twitter instagram google apple youtube whatsapp linkedin telegram tiktok email app store comments inc ltd llc copyright subscriptions subscribe cookie cookies get contact about newsletter newsletters advertisement'.split(
    ' ',
  ),
);

function usable(words: readonly string[]): string | null {
  const text = words
    .join(' ')
    .replace(/(?:\s(?:19|20)\d\d){1,2}$/, '')
    .trim();
  if (text.length < 2 || text.length > 60 || !/\p{L}/u.test(text)) return null;
  const [first, last] = [words[0]?.toLowerCase() ?? '', words.at(-1)?.toLowerCase() ?? ''];
  const own =
    !NOT_OWN.has(text.toLowerCase()) && (first === 'the' || first === 'a' || !NOT_OWN.has(first)) && !NOT_OWN.has(last);
  return own && !/^\p{Nd}+$/u.test(first) ? text : null;
}

const COPYRIGHT = /(?:©|\(c\)|copyright)\s{0,2}(?:(?:19|20)\d\d\s{0,2}(?:[-–]\s{0,2}(?:19|20)\d\d)?)?\s{0,2}(?:by\s)?/i;

/** `© 2023 The Daily Bugle. All rights reserved.` */
function copyright(text: string): string | null {
  const match = COPYRIGHT.exec(text);
  return match === null ? null : nameFrom(text.slice(match.index + match[0].length).split(/\s+/, NAME_WORDS + 1));
}
