/** Numbers of 32 bits in, well-stirred numbers of 32 bits out. Promise: the same everywhere, no tables, no strings. */

/** A bijection: small differences change about half of the bits. */
export function mixed(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x7feb352d);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x846ca68b);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Order counts: `joined(a, b)` is not `joined(b, a)`. */
export function joined(before: number, next: number): number {
  return (Math.imul(before, 0x9e3779b1) + next) | 0;
}
