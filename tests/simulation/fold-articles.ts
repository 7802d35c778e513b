/** The right answer for what is derived: contributions, heads, members, stories, directory. In: facts. Out: items. */
import { SCHEMA } from '../../shared/core/migrations/schema.ts';
import type { ArticleRecord } from '../../shared/core/record.ts';
import { shortHash } from '../../shared/core/short-hash.ts';
import { aliasOf, type Fact, objectRow } from './fold.ts';
import { heedingBeside, registers } from './fold-beside.ts';
import { isLeft, memberItems } from './fold-members.ts';
import { readable } from './fold-readable.ts';
import { isRecord, nameOf } from './fold-reading.ts';
import { story } from './fold-stories.ts';
import { hiddenUntil } from './fold-tally.ts';

/** How the feed says what is known of a date. */
const LETTERS = { stated: 's', 'stated-zone-assumed': 'z', estimated: 'e', disputed: 'd', missing: 'm' };

type Plain = Record<string, unknown>;
type Objects = ReadonlyMap<string, readonly Fact[]>;

interface Read {
  readonly objectId: string;
  readonly fact: Fact;
  readonly record: ArticleRecord;
}

/** What one object gives to one article. */
interface Given {
  readonly objectId: string;
  /** Every reading of an upload, by whichever extractor. */
  readonly uploads: readonly Read[];
  /** What the object holds now, as its newest change was read; null when that feeds another article, or none. */
  readonly now: Read | null;
  /** The article that it feeds instead, by what is beside it. */
  readonly leadsTo: string | null;
}

export function expectedItems(alone: Objects): readonly Plain[] {
  const objects = heedingBeside(alone);
  const beside = registers(objects);
  const rows = [...objects].map(([objectId, facts]) => ({ ...objectRow(objectId, facts), ...beside.get(objectId) }));
  const unheard = [...beside].filter(([objectId]) => !objects.has(objectId));
  const articles = givenByArticle(objects);
  const faces = articles.flatMap(([, given]) => faceOf(given) ?? []);
  const derived = [
    ...articles.flatMap(([id, given]) => [
      ...given.map((one) => contribution(id, one)),
      head(id, given),
      ...lists(id, given),
      ...embargo(id, given),
    ]),
    ...[...Map.groupBy(faces, ({ record }) => nameOf(record))].flatMap(([hash, own]) => story(hash, own)),
  ];
  const feeds = [...rows, ...derived].flatMap(({ feedPk }) => (typeof feedPk === 'string' ? [feedPk] : []));
  const entries = new Set(feeds.map((feed) => feed.replace(/^(day#[0-9-]{10})#\d$/, '$1')));
  const all = [...rows, ...memberItems(objects), ...derived, ...[...entries].map((sk) => ({ pk: 'directory', sk }))];
  const others = unheard.map(([objectId, register]) => ({ pk: `obj#${objectId}`, sk: 'obj', ...register }));
  return [...all.map((item) => ({ ...item, schema: SCHEMA })), ...others];
}

function givenByArticle(objects: Objects): readonly (readonly [string, readonly Given[]])[] {
  const given = [...objects].flatMap(([objectId, facts]) => {
    const reads = facts.flatMap((fact) => (isRecord(fact.reading) ? [{ objectId, fact, record: fact.reading }] : []));
    const uploads = reads.filter(({ fact }) => fact.change.kind === 'written');
    const now = isLeft(facts, objects) ? null : nowOf(objectId, facts.at(-1));
    const alias = facts.map(aliasOf).at(-1) ?? null;
    const main = now?.record.id ?? null;
    const idOf = ({ record }: Read) => (record.id === alias && main !== null ? main : record.id);
    const ids = new Set([...uploads.map(idOf), ...(main === null ? [] : [main]), ...(alias === null ? [] : [alias])]);
    return [...ids].map((id) => {
      const own = uploads.filter((read) => idOf(read) === id);
      const leadsTo = id === alias ? main : null;
      return { id, objectId, uploads: own, now: main === id ? now : null, leadsTo };
    });
  });
  return [...Map.groupBy(given, ({ id }) => id)];
}

function nowOf(objectId: string, fact: Fact | undefined): Read | null {
  const record = fact?.beside?.reading ?? fact?.reading ?? null;
  return fact === undefined || !isRecord(record) ? null : { objectId, fact, record };
}

function contribution(articleId: string, { objectId, uploads, now, leadsTo }: Given): Plain {
  return {
    pk: `art#${articleId}`,
    sk: `obj#${objectId}`,
    articleId,
    objectId,
    present: now !== null,
    lastModified: now?.fact.lastModified ?? null,
    capturedAt: now?.record.capturedAt ?? null,
    contentHash: now?.record.fingerprint.contentHash ?? null,
    publications: publications(uploads),
    ...(now === null || restraintOf(now) === 0 ? {} : { restraint: restraintOf(now) }),
    ...(leadsTo === null ? {} : { leadsTo }),
  };
}

interface Publication {
  readonly sequencer: string;
  readonly at: string;
  readonly capturedAt: string | null;
  readonly hashes: Readonly<Record<string, string>>;
  readonly texts: readonly string[];
}

/** Readings of one upload by several extractors are one publication. */
function publications(uploads: readonly Read[]): readonly Publication[] {
  return [...Map.groupBy(uploads, ({ fact }) => fact.sequencer)].map(([sequencer, reads]) => ({
    sequencer,
    at: reads[0]?.fact.change.at ?? '',
    capturedAt: reads[0]?.record.capturedAt ?? null,
    hashes: Object.fromEntries(
      reads.map(({ fact, record }) => [fact.revision.slice(-4), record.fingerprint.contentHash]),
    ),
    texts: [...new Set(reads.map(({ record }) => nameOf(record)))],
  }));
}

/** What is canceled holds back more than what is withheld, and that more than an embargo. */
function restraintOf({ record: { status, embargoedUntil } }: Read): number {
  return { canceled: 3, withheld: 2, usable: embargoedUntil === null ? 0 : 1 }[status];
}

/** The upload that an article shows: newest capture, then newest write, then whoever holds back more, then the larger hash. */
function faceOf(given: readonly Given[]): Read | null {
  const rank = (read: Read) => {
    const { record, fact, objectId } = read;
    const { contentHash } = record.fingerprint;
    return [record.capturedAt ?? fact.lastModified, fact.lastModified, restraintOf(read), contentHash, objectId].join(
      ' ',
    );
  };
  const now = given.flatMap((one) => one.now ?? []).sort((a, b) => (rank(a) < rank(b) ? 1 : -1));
  return now[0] ?? null;
}

function head(articleId: string, given: readonly Given[]): Plain {
  const key = { pk: `art#${articleId}`, sk: 'head', articleId };
  const face = faceOf(given);
  const [leadsTo] = given.flatMap((one) => one.leadsTo ?? []).sort();
  if (face === null) return { ...key, live: false, texts: [], ...(leadsTo === undefined ? {} : { leadsTo }) };
  const { utc } = face.record.sortDate;
  const text = nameOf(face.record);
  return {
    ...key,
    ...shown(face.record),
    live: true,
    objectId: face.objectId,
    objects: given.filter(({ now }) => now !== null).length,
    version: changesOf(given.flatMap(({ uploads }) => publications(uploads))),
    text,
    texts: [text],
    feedPk: `day#${utc.slice(0, 10)}#${articleId.charCodeAt(articleId.length - 1) % 4}`,
    feedSk: `${utc}#${articleId}#${face.record.language}#${LETTERS[face.record.published.status]}`,
  };
}

/** Heads leave to rows what only copies and coverage are found by. */
function shown(record: ArticleRecord): Plain {
  const { print: _, about: _about, ...rest } = readable(record);
  return rest;
}

/** In the worlds' pages a name differs from another spelling of it by capitals and one accent only. */
const spelled = (name: string) => name.toLowerCase().replaceAll('ë', 'e');

function lists(articleId: string, given: readonly Given[]): readonly Plain[] {
  const record = faceOf(given)?.record;
  if (record === undefined) return [];
  const { publisher, authors, provider, sortDate } = record;
  const names = [
    ...(publisher === null ? [] : [`outlet ${spelled(publisher.name)}`]),
    ...authors.map(({ name }) => `author ${spelled(name)}`),
    ...(provider === null ? [] : [`agency ${spelled(provider.code)}`]),
  ];
  return names.map((name) => {
    const [kind = ''] = name.split(' ', 1);
    return { pk: `list#${kind}#${shortHash(name.slice(kind.length + 1))}`, sk: `${sortDate.utc}#${articleId}` };
  });
}

/** Whoever tells of the ends of embargoes finds it there. */
function embargo(articleId: string, given: readonly Given[]): readonly Plain[] {
  const record = faceOf(given)?.record ?? null;
  const until = record === null ? null : hiddenUntil({ ...record, status: 'usable' });
  return until === null ? [] : [{ pk: 'embargo#ends', sk: `${until}#${articleId}` }];
}

/** Two publications are compared as the newest extractor saw them that saw both; where none did, as each was seen last. */
function changesOf(all: readonly Publication[]): number {
  const last = ({ hashes }: Publication) => hashes[Object.keys(hashes).sort().at(-1) ?? ''] ?? '';
  const rank = (one: Publication) => [one.capturedAt ?? one.at, one.at, one.sequencer, last(one)].join(' ');
  const isSame = (a: Publication, b: Publication) => {
    const both = Object.keys(a.hashes).filter((extractor) => extractor in b.hashes);
    const by = both.sort().at(-1);
    return by === undefined ? last(a) === last(b) : a.hashes[by] === b.hashes[by];
  };
  const inTime = [...all].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  const changes = inTime.filter((one, index) => {
    const before = inTime[index - 1];
    return before === undefined || !isSame(before, one);
  });
  return Math.max(1, changes.length);
}
