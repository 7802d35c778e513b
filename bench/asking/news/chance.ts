/** Chance that is the same on every run. In: a seed. Out: choices. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  next(): number;
  below(limit: number): number;
  /** Whole, both ends included. */
  between(least: number, most: number): number;
  pick<T>(list: readonly T[]): T;
  is(probability: number): boolean;
}

export function chanceOf(seed: number): Chance {
  let state = (Math.imul(seed, 2_654_435_761) + 1) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    between: (least, most) => least + below(most - least + 1),
    pick: (list) => {
      const found = list[below(list.length)];
      if (found === undefined) throw new Error('nothing to pick from');
      return found;
    },
    is: (probability) => next() < probability,
  };
}
