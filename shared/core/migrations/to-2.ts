/**
 * Schema 2: every item names its schema; an object's row the extractor that read it, as a number that a query can compare (before, it
 * stood in the revision only); what is readable of a record has a digest of all of it; a head counts its turns. The record has
 * always named both schema and extractor.
 */
import type { Item, Value } from '../item.ts';
import { articlePk, OBJECT_PREFIX } from '../keys.ts';
import type { Step } from './step.ts';

/** Behind the sequencer: `…#0001`. */
const EXTRACTOR_DIGITS = 4;
/** Nobody can say any more what the record was like: a replay can. */
const UNKNOWN_DIGEST = '';

export const TO_2: Step = {
  to: 2,
  extractor: 2,
  item(item) {
    if (item.pk.startsWith(OBJECT_PREFIX)) return row(item);
    if (!item.pk.startsWith(articlePk(''))) return item;
    return item.sk === 'head' ? head(item) : contribution(item);
  },
  record: (record) => record,
};

function row(item: Item): Item {
  const { revision } = item;
  const extractor = typeof revision === 'string' ? Number(revision.slice(-EXTRACTOR_DIGITS)) : 0;
  return item['state'] === 'stored' ? { digest: UNKNOWN_DIGEST, ...item, extractor } : { ...item, extractor };
}

function head(item: Item): Item {
  return item['live'] === true ? { digest: UNKNOWN_DIGEST, turn: 0, ...item } : { turn: 0, ...item };
}

function contribution(item: Item): Item {
  const { facts } = item;
  return isMap(facts) ? { ...item, facts: { digest: UNKNOWN_DIGEST, ...facts } } : item;
}

function isMap(value: Value | undefined): value is { readonly [name: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
}
