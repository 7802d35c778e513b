/**
 * Articles that nobody wrote: invented words, as often as words are in news, with topics that repeat within an article. In: a seed and
 * a number. Out: a record. Promise: the same number gives the same record.
 */
import type { ArticleRecord } from '../../shared/core/record.ts';
import { shortHash } from '../../shared/core/short-hash.ts';
import { aDate, anArticle } from '../../shared/testing/builders.ts';

const ONSETS = ['b', 'br', 'd', 'f', 'g', 'h', 'k', 'l', 'm', 'n', 'p', 'r', 's', 'st', 't', 'tr', 'v', 'w', 'z', ''];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ea', 'ou', 'ai'];
const CODAS = ['', 'n', 'r', 's', 't', 'l', 'nd', 'ck', 'm'];
/** Words of the invented language, and of those the ones that one topic uses. */
const WORDS = 40_000;
const TOPIC_WORDS = 60;
const TOPICS = 5_000;
const OUTLETS = 400;
/** A rare phrase, so that a search has something to find. */
export const PLANTED = 'mirelost quarry ferry';
const PLANTED_EVERY = 10_000;
const DAY_MS = 24 * 60 * 60 * 1000;
export const FIRST_MS = Date.UTC(2025, 0, 1);

export type Chance = () => number;

export function chanceOf(seed: number): Chance {
  let state = (seed * 2_654_435_761 + 1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function pick<T>(list: readonly T[], chance: Chance): T {
  const found = list[Math.floor(chance() * list.length)];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
}

const VOCABULARY: readonly string[] = (() => {
  const chance = chanceOf(1987);
  const syllable = () => `${pick(ONSETS, chance)}${pick(VOWELS, chance)}${pick(CODAS, chance)}`;
  const words = new Set<string>();
  // The commonest are short, as in every language.
  while (words.size < WORDS) {
    const syllables = words.size < 150 ? 1 : words.size < 4_000 ? 2 : 3;
    words.add(Array.from({ length: syllables }, syllable).join(''));
  }
  return [...words];
})();

/** The rank of a word falls off as its frequency does: half of all words are among the commonest 200. */
function word(chance: Chance): string {
  return VOCABULARY[Math.floor(WORDS ** chance()) - 1] ?? 'the';
}

function sentence(topic: readonly string[], chance: Chance): string {
  const length = 8 + Math.floor(chance() * 20);
  const words = Array.from({ length }, () => (chance() < 0.2 ? pick(topic, chance) : word(chance)));
  const text = words.join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** `number` from 0; articles are spread evenly over `days`. */
export function syntheticRecord(number: number, count: number, days: number): ArticleRecord {
  const chance = chanceOf(number + 7);
  const topicChance = chanceOf(Math.floor(chance() * TOPICS) + 3);
  const topic = Array.from({ length: TOPIC_WORDS }, () => word(topicChance));
  const outlet = Math.floor(OUTLETS * chance() ** 2);
  const utc = new Date(
    FIRST_MS + Math.floor((number / count) * days) * DAY_MS + Math.floor(chance() * DAY_MS),
  ).toISOString();
  const paragraphs = Array.from({ length: 6 + Math.floor(chance() * 14) }, () =>
    Array.from({ length: 1 + Math.floor(chance() * 2) }, () => sentence(topic, chance)).join(' '),
  );
  if (number % PLANTED_EVERY === 17) paragraphs.push(`Then the ${PLANTED} sank.`);
  const url = `https://outlet${outlet}.example/${utc.slice(0, 10)}/${shortHash(String(number)).slice(0, 12)}`;
  return recordOf({ number, url, utc, outlet, paragraphs, headline: sentence(topic, chance).slice(0, 90) });
}

interface Made {
  readonly number: number;
  readonly url: string;
  readonly utc: string;
  readonly outlet: number;
  readonly headline: string;
  readonly paragraphs: readonly string[];
}

function recordOf({ number, url, utc, outlet, headline, paragraphs }: Made): ArticleRecord {
  const publisher = { name: `Outlet ${outlet}`, domain: `outlet${outlet}.example` };
  const body = paragraphs.map((text) => ({ text, role: 'p' as const }));
  const hash = shortHash(`text ${number}`);
  return {
    ...anArticle({ headline, body, url, publisher, published: aDate(utc), section: `Section ${number % 12}` }),
    authors: [{ name: `Author ${outlet}-${number % 20}`, kind: 'person' }],
    id: `art_${shortHash(url)}`,
    identity: { kind: 'url', value: url },
    itemVersion: null,
    version: 1,
    ...{ status: 'usable', slugline: null, replaces: null },
    sortDate: { utc, basis: 'published' },
    effectiveDate: { utc, basis: 'published' },
    capturedAt: null,
    ingestedAt: utc,
    embargoedUntil: null,
    expires: null,
    fingerprint: { contentHash: Buffer.from(hash.padEnd(32, hash)).toString('hex').slice(0, 64), version: 1 },
    storyId: `sty_${hash}`,
    eventId: `evt_${shortHash(`event ${Math.floor(number / 40)}`)}`,
    copyOf: null,
    source: {
      ...{ bucket: 'b', key: `incoming/${hash}.html`, path: null, member: null, versionId: hash, etag: hash },
      ...{ bytes: 60_000, mediaType: 'text/html', charset: 'utf-8', charsetBasis: 'utf-8-valid' },
    },
    extractor: { name: 'wirefold', version: 1 },
    schema: 2,
  };
}
