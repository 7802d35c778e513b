/** The longer words of each block as numbers. Texts come in, per block the distinct words go out. */

export interface Words {
  readonly blocks: readonly (readonly number[])[];
  /** Number of different words. */
  readonly vocabulary: number;
}

const WORD = /[\p{L}\p{N}]+/gu;
/** Shorter words are mostly grammar. */
const CONTENT_CHARS = 5;
/** Endings change with grammar, stems do not. */
const STEM_CHARS = 7;
const IDEOGRAPHS_FROM = 0x3040;
const LOOKED_AT = 3_000;

export function contentWords(texts: readonly string[]): Words {
  const numbers = new Map<string, number>();
  const blocks = texts.map((text) => {
    const own = new Set<number>();
    for (const word of text.slice(0, LOOKED_AT).match(WORD) ?? []) {
      for (const part of partsOf(word)) {
        const known = numbers.get(part) ?? numbers.size;
        numbers.set(part, known);
        own.add(known);
      }
    }
    return [...own];
  });
  return { blocks, vocabulary: numbers.size };
}

function partsOf(word: string): readonly string[] {
  if (word.charCodeAt(0) >= IDEOGRAPHS_FROM) return pairs(word);
  return word.length >= CONTENT_CHARS ? [word.slice(0, STEM_CHARS).toLowerCase()] : [];
}

/** Chinese and Japanese put no space between words: two characters stand for one. */
function pairs(word: string): readonly string[] {
  const list: string[] = [];
  for (let i = 0; i + 1 < word.length; i += 1) list.push(word.slice(i, i + 2));
  return list;
}
