/**
 * What is kept of a text so that its copies can be told. Paragraphs come in, a print goes out.
 * Promise: a function of the words and their order; half a kilobyte for most news, never more than two.
 */
import { candidateKeysOf } from './candidate-keys.ts';
import { COPIES_LIMITS } from './copies-limits.ts';
import { joined, mixed } from './mixing.ts';
import { sequenceOf } from './sequence.ts';
import { isFigure, KIND, type Words, wordsOf } from './words.ts';

export interface TextPrint {
  /** Words of the text, as far as they are read. */
  readonly words: number;
  /** Of all words in order: texts that differ in signs and letter case alone have the same. */
  readonly digest: string;
  /** The first words in order, one byte each; see sequence.ts. */
  readonly sequence: Uint8Array;
  /** Distinct numbers and names (capitals inside sentences), 16 bits each, ascending. */
  readonly numbers: Uint16Array;
  readonly names: Uint16Array;
  readonly keys: readonly string[];
}

export function textPrint(paragraphs: readonly string[]): TextPrint {
  const words = wordsOf(paragraphs);
  const digest = digestOf(words);
  return {
    words: words.size,
    digest,
    sequence: sequenceOf(words),
    numbers: factsOf(words, isFigure),
    names: factsOf(words, (kind) => kind === KIND.name),
    keys: shortKeys(words.size, digest) ?? candidateKeysOf(words),
  };
}

/** A short text meets only its equals, and one without a word nobody; null for a text that is not short. */
export function shortKeys(words: number, digest: string): readonly string[] | null {
  if (words === 0) return [];
  return isShort(words) ? [digest] : null;
}

export function isShort(words: number): boolean {
  return words < COPIES_LIMITS.leastWords;
}

/** The keys under which copies of this text are looked for; at most twelve. */
export function candidateKeys(print: TextPrint): readonly string[] {
  return print.keys;
}

/** The smallest hashes, so that of two long texts the same ones are kept. */
function factsOf({ size, hashes, kinds }: Words, isFact: (kind: number | undefined) => boolean): Uint16Array {
  const found = new Set<number>();
  for (let at = 0; at < size; at += 1) if (isFact(kinds[at])) found.add((hashes[at] ?? 0) >>> 16);
  return Uint16Array.from(found).sort().slice(0, COPIES_LIMITS.keptFacts);
}

function digestOf({ size, hashes }: Words): string {
  let [one, other] = [size, ~size];
  for (let at = 0; at < size; at += 1) {
    const hash = hashes[at] ?? 0;
    one = joined(one, hash);
    other = Math.imul(other ^ hash, 0x01000193);
    other = (other << 13) | (other >>> 19);
  }
  const bytes = Buffer.alloc(8);
  bytes.writeUInt32BE(mixed(one));
  bytes.writeUInt32BE(mixed(other), 4);
  return bytes.toString('base64url');
}
