/**
 * Words of articles and words of what stands around them, as a page without layout has nothing else. Texts come in, a score each goes
 * out: above 0 the words are those of articles. The words themselves are nowhere: they fall into a few thousand buckets by a hash.
 */
import { isIdeograph, isWordChar } from './measure.ts';

export const BUCKETS = 4096;
/** The beginning of a paragraph tells as much as all of it. */
const LOOKED_AT = 600;
/** Endings change with grammar. */
const STEM_CHARS = 10;
const HASH_BASE = 31;
/** The first word of a line, and its first two, say more than the same words later on. */
const FIRST = 0x51ed270b;
const FIRST_TWO = 0x2545f491;
/** Any number. */
const NUMBER = 0x23;

/** As the trainer writes it: one signed byte a bucket, in base64. */
export interface PackedLexicon {
  readonly weights: string;
  readonly scale: number;
  readonly bias: number;
}

export interface Lexicon {
  readonly weights: Int8Array;
  readonly scale: number;
  readonly bias: number;
}

export function unpackLexicon({ weights, scale, bias }: PackedLexicon): Lexicon {
  return { weights: new Int8Array(Buffer.from(weights, 'base64')), scale, bias };
}

export function lexicalScores(lexicon: Lexicon, texts: readonly string[]): Float32Array {
  const scores = new Float32Array(texts.length);
  /** By bucket the last text that had it, counted from 1: a set a text would cost more than its words. */
  const seen = new Uint32Array(BUCKETS);
  for (let at = 0; at < texts.length; at += 1) {
    const text = texts[at] ?? '';
    let sum = 0;
    let distinct = 0;
    for (const bucket of bucketsOf(text)) {
      if (seen[bucket] === at + 1) continue;
      seen[bucket] = at + 1;
      sum += lexicon.weights[bucket] ?? 0;
      distinct += 1;
    }
    scores[at] = lexicon.bias + (lexicon.scale * sum) / Math.sqrt(Math.max(1, distinct));
  }
  return scores;
}

/** The distinct buckets of a text's words, in no order. */
export function wordBuckets(text: string): readonly number[] {
  return [...new Set(bucketsOf(text))];
}

/** A bucket for each word, one for the first and one for the first two. */
function bucketsOf(text: string): readonly number[] {
  const hashes = wordHashes((text.length > LOOKED_AT ? text.slice(0, LOOKED_AT) : text).toLowerCase());
  const first = hashes[0];
  const second = hashes[1];
  for (let at = 0; at < hashes.length; at += 1) hashes[at] = bucketOf(hashes[at] ?? 0);
  if (first !== undefined) hashes.push(bucketOf(first ^ FIRST));
  if (first !== undefined && second !== undefined)
    hashes.push(bucketOf((Math.imul(first, HASH_BASE) + second) ^ FIRST_TWO));
  return hashes;
}

/** Mixes the bits of a hash, of which the low ones are too much alike. */
function bucketOf(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) & (BUCKETS - 1);
}

function wordHashes(lower: string): number[] {
  const hashes: number[] = [];
  let length = 0;
  let hash = 0;
  let isNumber = true;
  let before = 0;
  for (let at = 0; at <= lower.length; at += 1) {
    const code = at < lower.length ? lower.charCodeAt(at) : 0;
    if (isWordChar(code)) {
      if (length < STEM_CHARS) hash = (Math.imul(hash, HASH_BASE) + code) | 0;
      length += 1;
      if (code < 0x30 || code > 0x39) isNumber = false;
    } else {
      if (length > 0) hashes.push(isNumber ? NUMBER : hash);
      length = 0;
      hash = 0;
      isNumber = true;
      // Chinese and Japanese put no space between words: two characters stand for one.
      if (isIdeograph(code) && isIdeograph(before)) hashes.push(Math.imul(before, HASH_BASE) + code);
    }
    before = code;
  }
  return hashes;
}
