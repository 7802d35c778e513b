/** The last few answers, so that they are not worked out twice. Promise: bounded; what failed is not kept. */

export interface Kept<T> {
  get(name: string, make: () => Promise<T>): Promise<T>;
}

/** Also what is still being made is shared: a look ahead and the click after it are one. */
export function keepLast<T>(most: number): Kept<T> {
  const kept = new Map<string, Promise<T>>();
  return {
    get(name, make) {
      const known = kept.get(name);
      const value = known ?? make();
      kept.delete(name);
      kept.set(name, value);
      if (known === undefined) value.catch(() => kept.delete(name));
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      return value;
    },
  };
}
