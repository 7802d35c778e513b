/** What a feed says of itself in, what its entries take over from it out. */
import type { StatedField } from '../formats/stated.ts';
import type { Carried, Entry } from './entry.ts';

export interface About {
  readonly title: string;
  readonly language: string;
  /** Of Atom: who wrote the entries that name nobody. */
  readonly authors: readonly string[];
  /** Against what relative addresses are meant; empty: not known. */
  readonly base: string;
}

export type Found = Omit<Entry, 'read' | 'whose'> & { readonly read: () => Omit<Carried, 'mediaType'> };

export function stated(format: string, field: StatedField['field'], value: string): readonly StatedField[] {
  return value === '' ? [] : [{ field, value, where: `${format} ${field}` }];
}
