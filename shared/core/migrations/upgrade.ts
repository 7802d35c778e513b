/** What was stored by any version of this code, in. The same in today's schema, out. Promise: throws `NewerSchema` for what is newer. */
import type { Item } from '../item.ts';
import { NewerSchema, SCHEMA } from './schema.ts';
import type { Step, StoredRecord } from './step.ts';
import { TO_2 } from './to-2.ts';

/** Oldest first; none is ever taken out, since an archive may hold rows of any age. */
export const STEPS: readonly Step[] = [TO_2];

export function upgradedItem(item: Item): Item {
  const schema = schemaOf(item['schema'], `${item.pk} ${item.sk}`);
  if (schema === SCHEMA) return item;
  return { ...STEPS.filter(({ to }) => to > schema).reduce((old, step) => step.item(old), item), schema: SCHEMA };
}

/** What comes out still has to be checked to be a record. */
export function upgradedRecord(record: StoredRecord): StoredRecord {
  const schema = schemaOf(record['schema'], `The record ${String(record['id'])}`);
  if (schema === SCHEMA) return record;
  return { ...STEPS.filter(({ to }) => to > schema).reduce((old, step) => step.record(old), record), schema: SCHEMA };
}

function schemaOf(value: unknown, what: string): number {
  if (value === undefined) return 1;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1) throw new Error(`${what} names no schema`);
  if (value > SCHEMA) throw new NewerSchema(what, value);
  return value;
}
