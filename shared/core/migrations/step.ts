/**
 * From one schema to the next. In: an item or a record of the schema before. Out: one of this schema. Promise: pure, and it knows
 * nothing of later steps, so it is never changed once it has been released.
 *
 * Two rules make a step safe. The extractor's version grows with it: a row is rewritten only by a greater revision, and an older
 * deployment cannot write over it. And attributes that are updated alone (`texts`, `mending`, `storyId`, `stories`, `state`,
 * `gen`, marks of the history) keep their meaning, because such an update leaves the item's `schema` as it is.
 */
import type { Item } from '../item.ts';

export type StoredRecord = Readonly<Record<string, unknown>>;

export interface Step {
  /** The schema that comes out; the one that goes in is one less. */
  readonly to: number;
  /** Rows of this extractor and later ones are written in this schema, or a later one. */
  readonly extractor: number;
  item(item: Item): Item;
  record(record: StoredRecord): StoredRecord;
}
