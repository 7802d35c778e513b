/** The longer words of each block as numbers. Texts come in, per block the distinct words go out. */
import { isIdeograph, isWordChar } from './measure.ts';

export interface Words {
  readonly blocks: readonly (readonly number[])[];
  /** Number of different words. */
  readonly vocabulary: number;
}

/** Shorter words are mostly grammar. */
const CONTENT_CHARS = 5;
/** Endings change with grammar, stems do not. */
const STEM_CHARS = 7;
const LOOKED_AT = 3_000;
const HASH_BASE = 31;

export function contentWords(texts: readonly string[]): Words {
  const numbers = new Map<number, number>();
  /** By word the last block that had it. */
  const seenIn: number[] = [];
  const stems: number[] = [];
  const blocks: (readonly number[])[] = [];
  for (let block = 0; block < texts.length; block += 1) {
    const own: number[] = [];
    const count = stemsOf((texts[block] ?? '').slice(0, LOOKED_AT), stems);
    for (let at = 0; at < count; at += 1) {
      const key = stems[at] ?? 0;
      const known = numbers.get(key) ?? numbers.size;
      if (known === numbers.size) numbers.set(key, known);
      if (seenIn[known] === block) continue;
      seenIn[known] = block;
      own.push(known);
    }
    blocks.push(own.length === 0 ? NONE : own);
  }
  return { blocks, vocabulary: numbers.size };
}

const NONE: readonly number[] = [];

/**
 * Stems as hashes, since nobody reads them; two that share one only look a little more alike. They are written over those of the block
 * before, and their number comes back.
 */
function stemsOf(text: string, stems: number[]): number {
  let count = 0;
  const lower = text.toLowerCase();
  let length = 0;
  let hash = 0;
  let before = 0;
  for (let at = 0; at <= lower.length; at += 1) {
    const code = at < lower.length ? lower.charCodeAt(at) : 0;
    if (isIdeograph(code)) {
      // Chinese and Japanese put no space between words: two characters stand for one.
      if (isIdeograph(before)) stems[count++] = Math.imul(before, HASH_BASE) + code;
    } else if (isWordChar(code)) {
      if (length < STEM_CHARS) hash = (Math.imul(hash, HASH_BASE) + code) | 0;
      length += 1;
    } else {
      if (length >= CONTENT_CHARS) stems[count++] = hash;
      length = 0;
      hash = 0;
    }
    before = code;
  }
  return count;
}
