/**
 * Items of agencies, under embargo or withheld or neither, which are replaced, lifted, replayed, removed and deleted. In: chance. Out:
 * deliveries, in the order in which they happened.
 */

import { EXTRACTOR } from '../../shared/core/extractor.ts';
import type { StoredObject } from '../../shared/pipeline/ports.ts';
import { aChange } from '../../shared/testing/builders.ts';
import { aHistory, anObject, type Delivery, type Facts, withReplays } from './deliveries.ts';
import type { Random } from './random.ts';

const ENDLESS = '2999-01-01T00:00:00Z';
/** Over before it came, in the course of the world (in two zones the same instant), and never. */
const ENDS = [
  '2025-12-31T12:00:00Z',
  '2026-01-01T00:20:00Z',
  '2026-01-01T01:20:00+01:00',
  '2026-01-01T01:00:00Z',
  '2026-01-01T03:00:00Z',
  ENDLESS,
];
const EMBARGOED = 0.6;
const WITHHELD = 0.15;

export function someEmbargoed(random: Random): readonly Delivery[] {
  const keys = Array.from({ length: 4 + random.below(5) }, (_, index) => `incoming/${index} +ü.json`);
  return withReplays(
    keys.flatMap((key, place) => aHistory(key, place, { turns: 1 + random.below(5), purged: 0.25 }, random, anItem)),
    random,
  );
}

function anItem(facts: Facts, random: Random): Delivery {
  const place = Number(facts.key.slice(PLACE).split(' ', 1)[0]);
  const page = anObject(facts, random);
  const object = place % SECRET === 0 ? asSecret(page, facts.key, random) : asItem(page, facts.key, random);
  return { change: aChange({ ...facts, bytes: object.bytes.length }), object, extractor: EXTRACTOR.version };
}

/** Of every third file nobody may ever see anything. */
const SECRET = 3;
const PLACE = 'incoming/'.length;

function asSecret(page: StoredObject, key: string, random: Random): StoredObject {
  const { url: _shared, ...metadata } = page.metadata;
  const held = random.chance(0.5) ? { pubStatus: 'stat:withheld' } : { embargoed: ENDLESS };
  return itemOf({ ...page, metadata }, key, held);
}

function asItem(page: StoredObject, key: string, random: Random): StoredObject {
  const pubStatus = random.chance(WITHHELD) ? 'stat:withheld' : 'stat:usable';
  return itemOf(page, key, { pubStatus, ...(random.chance(EMBARGOED) ? { embargoed: random.pick(ENDS) } : {}) });
}

/** The lines of a page as an item: the first is its headline, the others are its text. */
function itemOf(page: StoredObject, key: string, handling: Readonly<Record<string, string>>): StoredObject {
  const [headline = '', ...lines] = new TextDecoder().decode(page.bytes).split('\n');
  const item = {
    ...{ uri: `urn:item:${key}`, type: 'text', language: 'en', ...handling },
    headlines: [{ role: 'main', value: headline }],
    bodies: [{ role: 'main', contentType: 'text/plain', value: lines.join('\n\n') }],
  };
  return { ...page, bytes: new TextEncoder().encode(JSON.stringify(item)) };
}
