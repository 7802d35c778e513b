/**
 * Schema 2: every item names its schema, and an object's row the extractor that read it, as a number that a query can compare;
 * before, it stood in the revision only. The record has always named both.
 */
import { OBJECT_PREFIX } from '../keys.ts';
import type { Step } from './step.ts';

/** Behind the sequencer: `…#0001`. */
const EXTRACTOR_DIGITS = 4;

export const TO_2: Step = {
  to: 2,
  extractor: 2,
  item(item) {
    const { revision } = item;
    if (!item.pk.startsWith(OBJECT_PREFIX) || typeof revision !== 'string') return item;
    return { ...item, extractor: Number(revision.slice(-EXTRACTOR_DIGITS)) };
  },
  record: (record) => record,
};
