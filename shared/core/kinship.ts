/**
 * What the store must know of texts to fold copies. In: prints, as stored bytes. Out: keys under which kin is looked for, and a
 * verdict on a pair. Promise: pure and symmetric, so that stories are a function of the set of texts.
 */
export interface Kinship {
  /** A key that more texts than this share compares each with its smallest texts only, so that no text costs more than a bound. */
  readonly cap: number;
  keysOf(print: Uint8Array): readonly string[];
  same(a: Uint8Array, b: Uint8Array): boolean;
}
