/** Histories of files that are now an archive, now a crawl, now a single document, or gone. In: chance. Out: deliveries, with what each holds. */
import { EXTRACTOR } from '../../shared/core/extractor.ts';
import type { StoredObject } from '../../shared/pipeline/ports.ts';
import { aTar, warcRecords } from '../../shared/testing/archives.ts';
import { aChange } from '../../shared/testing/builders.ts';
import { aHistory, anObject, aPage, type Delivery, type Facts, type HeldMember, withReplays } from './deliveries.ts';
import { PORTIONS } from './portions.ts';
import type { Random } from './random.ts';

const NAMES = ['a.txt', 'b.txt', '../c.txt', 'd.txt'];
const PAGES = ['https://a.example/1', 'https://c.example/1', 'https://c.example/2'];
const DATE = '2025-03-01T00:00:00.000Z';

export function someContainers(random: Random): readonly Delivery[] {
  const keys = Array.from({ length: 1 + random.below(3) }, (_, index) => `incoming/${index}.bin`);
  return withReplays(
    keys.flatMap((key, place) => aHistory(key, place, { turns: 1 + random.below(4), purged: 0.25 }, random, aWrite)),
    random,
  );
}

function aWrite(facts: Facts, random: Random): Delivery {
  const plain = anObject(facts, random);
  const held = random.chance(0.2) ? null : random.chance(0.5) ? anArchive(random) : aCrawl(random);
  const object = held === null ? plain : { ...plain, bytes: held.bytes };
  const change = aChange({ ...facts, bytes: object.bytes.length });
  return { change, object, extractor: EXTRACTOR.version, ...held?.holds };
}

interface Held extends Pick<StoredObject, 'bytes'> {
  readonly holds: Required<Pick<Delivery, 'members'>> & Pick<Delivery, 'windows' | 'files' | 'inside'>;
}

/** Of documents, and sometimes of a crawl. */
function anArchive(random: Random): Held {
  const names = [random.pick(NAMES), ...NAMES].slice(0, 1 + random.below(4));
  const crawlAt = random.chance(0.7) ? random.below(names.length) : null;
  const files = names.map((name, at) => {
    const isRepeated = names.indexOf(name) < at;
    const file = isRepeated ? `${name}~2` : name;
    return at === crawlAt ? aFileOfACrawl(file, random) : aFile(file, aText(random));
  });
  const bytes = aTar(files.map(({ content }, at) => ({ name: names[at] ?? '', content })));
  const counts = files.map(({ members }, place) => ({ place, count: members.length }));
  const members = files.flatMap((one) => one.members);
  return { bytes, holds: { members, files: files.length, inside: counts.filter(({ count }) => count > 1) } };
}

interface HeldFile {
  readonly content: string | Uint8Array;
  readonly members: readonly HeldMember[];
}

function aFile(name: string, text: string): HeldFile {
  return { content: text, members: [{ name, text, window: null, noted: null }] };
}

/** One without a page is a member that says so. */
function aFileOfACrawl(name: string, random: Random): HeldFile {
  const { bytes, holds } = aCrawl(random);
  const pages = holds.members.map((one) => ({ ...one, name: `${name}//@0+${one.name.slice(1)}`, window: null }));
  return { content: bytes, members: pages.length > 0 ? pages : [{ name, text: null, window: null, noted: null }] };
}

/** A document of an archive that was broken is refused like any other. */
function aText(random: Random): string {
  return random.chance(0.15) ? 'a headline without a text' : aPage(random);
}

function aCrawl(random: Random): Held {
  const size = PORTIONS.windowBytes;
  const pages = PAGES.slice(0, random.below(PAGES.length + 1)).map((url) => ({ url, date: DATE, html: aText(random) }));
  const records = warcRecords(pages);
  const starts = records.map((_, at) => records.slice(0, at).reduce((sum, { length }) => sum + length, 0));
  const members = pages.map(({ url, html }, at) => {
    // A note of the crawler first, then a request before each response.
    const start = starts[2 + at * 2] ?? 0;
    const window = Math.floor(start / size) * size;
    return { name: `@${start}`, text: html, window, noted: { url, capturedAt: DATE } };
  });
  const bytes = new Uint8Array(Buffer.concat(records));
  const windows = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => at * size);
  return { bytes, holds: { members, windows } };
}
