/** What the table holds, as plain data: no SDK type appears outside shared/aws. */

export type Value =
  | string
  | number
  | boolean
  | null
  | Uint8Array
  | readonly Value[]
  | { readonly [name: string]: Value };

export type Attributes = Readonly<Record<string, Value>>;

/** An alias and not an interface, so that a key is also a set of attributes. */
export type Key = { readonly pk: string; readonly sk: string };

/** Attributes of a stored item, `pk` and `sk` included. */
export type Item = Attributes & Key;
