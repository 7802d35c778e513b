/**
 * The keys under which texts that share wording meet. Words come in; a few short strings go out.
 * Promise: copies that keep some of the beginning, or some of the whole, share a key; an edit of one place harms few keys.
 */
import { COPIES_LIMITS } from './copies-limits.ts';
import { joined, mixed } from './mixing.ts';
import { KIND, type Words } from './words.ts';

/** Words in a row that make one shingle; characters of scripts without blanks hold less each. */
const WIDTH = { words: 5, characters: 9 } as const;
/** Shingles with the smallest ranks, of the beginning and of the whole. */
const TAKEN = { opening: 6, whole: 6 } as const;
/** A shingle with a number in it is eight times as likely to be taken: turns of phrase that a trade repeats have none. */
const NUMBER_BITS = 3;

/** The places of the shingles with the smallest ranks, smallest first, none twice. */
interface Smallest {
  readonly ranks: number[];
  readonly places: number[];
  readonly most: number;
}

/** Eight characters each: 48 bits, so that a hundred million keys do not meet by chance. */
export function candidateKeysOf(words: Words): readonly string[] {
  const middle = words.kinds[words.size >> 1];
  const width = middle === KIND.character || middle === KIND.numeral ? WIDTH.characters : WIDTH.words;
  const opening: Smallest = { ranks: [], places: [], most: TAKEN.opening };
  const whole: Smallest = { ranks: [], places: [], most: TAKEN.whole };
  for (let at = 0; at + width <= words.size; at += 1) {
    const rank = rankAt(words, at, width);
    if (at < COPIES_LIMITS.openingWords) offer(opening, rank, at);
    offer(whole, rank, at);
  }
  const keys = [...opening.places, ...whole.places].map((at) => keyAt(words.hashes, at, width));
  return [...new Set(keys)];
}

function rankAt({ hashes, kinds }: Words, at: number, width: number): number {
  let hash = width;
  let numbers = 0;
  for (let i = at; i < at + width; i += 1) {
    hash = joined(hash, hashes[i] ?? 0);
    if (kinds[i] === KIND.number) numbers = NUMBER_BITS;
  }
  return mixed(hash) >>> numbers;
}

function offer({ ranks, places, most }: Smallest, rank: number, place: number): void {
  if (ranks.length === most && rank >= (ranks[most - 1] ?? 0)) return;
  let at = ranks.length;
  while (at > 0 && (ranks[at - 1] ?? 0) > rank) at -= 1;
  if (at > 0 && ranks[at - 1] === rank) return;
  ranks.splice(at, 0, rank);
  places.splice(at, 0, place);
  if (ranks.length > most) {
    ranks.pop();
    places.pop();
  }
}

/** Two mixtures of the same words: one alone has too few bits. */
function keyAt(hashes: Uint32Array, at: number, width: number): string {
  let one = width;
  let other = width;
  for (let i = at; i < at + width; i += 1) {
    const hash = hashes[i] ?? 0;
    one = joined(one, hash);
    other = joined(other, mixed(hash ^ 0x5bd1e995));
  }
  const bytes = Buffer.alloc(6);
  bytes.writeUInt32BE(mixed(one));
  bytes.writeUInt16BE(mixed(other) & 0xffff, 4);
  return bytes.toString('base64url');
}
