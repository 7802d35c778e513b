/** Histories of files and of the metadata beside them, which come, change and go in any order. In: chance. Out: deliveries. */
import { EXTRACTOR } from '../../shared/core/extractor.ts';
import { aTar } from '../../shared/testing/archives.ts';
import { aChange } from '../../shared/testing/builders.ts';
import { aHistory, anObject, aPage, type Delivery, type Facts, withReplays } from './deliveries.ts';
import type { Random } from './random.ts';

const TOLD = [
  { id: 'desk-7' },
  { url: 'https://a.example/1' },
  { url: 'https://b.example/9', capturedAt: '2025-06-01T00:00:00Z' },
  { capturedAt: '2025-02-01T00:00:00Z', publisher: 'The Post' },
  { guid: 'tag:b.example,2025:1', language: 'de' },
];
const BROKEN = ['{"url": "nowhere"}', '{"url": ', 'nothing but words', '{}'];

export function someSidecars(random: Random): readonly Delivery[] {
  const keys = Array.from({ length: 1 + random.below(3) }, (_, index) => `incoming/${index} ü.txt`);
  const deliveries = keys.flatMap((key, place) => [
    ...aHistory(key, place * 2, { turns: random.below(4), purged: 0.25 }, random, aFile),
    ...aHistory(`${key}.meta.json`, place * 2 + 1, { turns: random.below(4), purged: 0.25 }, random, aSidecar),
  ]);
  return withReplays(deliveries, random);
}

/** Now and then it holds several: then nobody asks what is beside it. */
function aFile(facts: Facts, random: Random): Delivery {
  const object = anObject(facts, random);
  if (!random.chance(0.12)) return written(facts, object);
  const text = aPage(random);
  const bytes = aTar([{ name: 'a.txt', content: text }]);
  return {
    ...written(facts, { ...object, bytes }),
    members: [{ name: 'a.txt', text, window: null, noted: null }],
    files: 1,
  };
}

/** Some are broken, and some are articles that only have such a name. */
function aSidecar(facts: Facts, random: Random): Delivery {
  const isArticle = random.chance(0.12);
  const told = random.chance(0.15) ? random.pick(BROKEN) : JSON.stringify(random.pick(TOLD));
  const text = isArticle ? `<p>${aPage(random)}` : told;
  return written(facts, { ...anObject(facts, random), bytes: new TextEncoder().encode(text) });
}

function written(facts: Facts, object: NonNullable<Delivery['object']>): Delivery {
  return { change: aChange({ ...facts, bytes: object.bytes.length }), object, extractor: EXTRACTOR.version };
}
