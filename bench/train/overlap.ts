/** Counting shingles of words. Word numbers come in, an F1 that can be changed step by step goes out. */

export type Gram = string;

const WORD = /[\p{L}\p{N}_]+/gu;

export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  numbers(text: string): number[] {
    return (text.match(WORD) ?? []).map((word) => {
      const known = this.#numbers.get(word) ?? this.#numbers.size + 1;
      this.#numbers.set(word, known);
      return known;
    });
  }
}

export function gramsOf(words: readonly number[], length: number): Gram[] {
  const grams: Gram[] = [];
  for (let i = 0; i + length <= words.length; i += 1) grams.push(words.slice(i, i + length).join(' '));
  return grams;
}

export class Overlap {
  readonly #target = new Map<Gram, number>();
  readonly #found = new Map<Gram, number>();
  readonly #targetSize: number;
  #size = 0;
  #hits = 0;

  constructor(target: readonly Gram[]) {
    for (const gram of target) this.#target.set(gram, (this.#target.get(gram) ?? 0) + 1);
    this.#targetSize = target.length;
  }

  add(grams: readonly Gram[]): void {
    for (const gram of grams) {
      const count = this.#found.get(gram) ?? 0;
      this.#found.set(gram, count + 1);
      this.#size += 1;
      if (count < (this.#target.get(gram) ?? 0)) this.#hits += 1;
    }
  }

  remove(grams: readonly Gram[]): void {
    for (const gram of grams) {
      const count = this.#found.get(gram) ?? 0;
      this.#found.set(gram, count - 1);
      this.#size -= 1;
      if (count <= (this.#target.get(gram) ?? 0)) this.#hits -= 1;
    }
  }

  f1(): number {
    return (2 * this.#hits) / Math.max(1, this.#size + this.#targetSize);
  }
}
