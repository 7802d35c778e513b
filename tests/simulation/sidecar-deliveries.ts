/** Histories of files and of the metadata beside them, which come, change and go in any order. In: chance. Out: deliveries. */
import { EXTRACTOR } from '../../shared/core/extractor.ts';
import { aTar } from '../../shared/testing/archives.ts';
import { aChange, aLook, aRemoval } from '../../shared/testing/builders.ts';
import { anObject, aPage, type Delivery, type Facts, someFacts, withReplays } from './deliveries.ts';
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
    ...aHistory(key, place * 2, random, aFile),
    ...aHistory(`${key}.meta.json`, place * 2 + 1, random, aSidecar),
  ]);
  return withReplays(deliveries, random);
}

type Write = (facts: Facts, random: Random) => Delivery;

function aHistory(key: string, place: number, random: Random, write: Write): readonly Delivery[] {
  const there: string[] = [];
  return Array.from({ length: random.below(4) }, (_, turn) => {
    const facts = someFacts(key, place * 10 + turn, random);
    if (there.length > 0 && random.chance(0.25)) {
      const [purged = ''] = there.splice(random.chance(0.5) ? there.length - 1 : random.below(there.length), 1);
      return { change: aLook({ ...facts, versionId: null, purged }), object: null, extractor: EXTRACTOR.version };
    }
    there.push(facts.versionId);
    if (random.chance(0.2)) return { change: aRemoval(facts), object: null, extractor: EXTRACTOR.version };
    return write(facts, random);
  });
}

/** Now and then it holds several: then nobody asks what is beside it. */
function aFile(facts: Facts, random: Random): Delivery {
  const object = anObject(facts, random);
  if (!random.chance(0.12)) return written(facts, object);
  const text = aPage(random);
  const bytes = aTar([{ name: 'a.txt', content: text }]);
  return { ...written(facts, { ...object, bytes }), members: [{ name: 'a.txt', text, place: null }] };
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
