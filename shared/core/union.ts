/** Sets of names that grow together. In: pairs. Out: the smallest name of each set. Promise: no order of pairs makes a difference. */
import { compareText } from './url.ts';

export class Union {
  readonly #above = new Map<string, string>();

  join(one: string, other: string): void {
    const [a, b] = [this.smallest(one), this.smallest(other)];
    if (a === b) return;
    if (compareText(a, b) < 0) this.#above.set(b, a);
    else this.#above.set(a, b);
  }

  /** Itself, when it was never joined. */
  smallest(name: string): string {
    let root = name;
    for (let above = this.#above.get(root); above !== undefined; above = this.#above.get(root)) root = above;
    for (let at = name; at !== root; ) {
      const next = this.#above.get(at) ?? root;
      this.#above.set(at, root);
      at = next;
    }
    return root;
  }
}
