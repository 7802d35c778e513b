/** The right answer for what is derived: contributions, heads, members, stories, directory. In: facts. Out: items. */
import { packPrint } from '../../shared/core/copies/packed-print.ts';
import { textPrint } from '../../shared/core/copies/text-print.ts';
import { seenOf } from '../../shared/core/event-place.ts';
import type { ArticleRecord } from '../../shared/core/record.ts';
import { shortHash } from '../../shared/core/short-hash.ts';
import { type Fact, isRecord, objectRow, readable } from './fold.ts';

type Plain = Record<string, unknown>;
type Objects = ReadonlyMap<string, readonly Fact[]>;

interface Uploaded {
  readonly objectId: string;
  readonly fact: Fact;
  readonly record: ArticleRecord;
  /** It is what the object holds now. */
  readonly current: boolean;
}

export function expectedItems(objects: Objects): readonly Plain[] {
  const rows = [...objects].map(([objectId, facts]) => objectRow(objectId, facts));
  const uploads = [...objects].flatMap(([objectId, facts]) => uploadsOf(objectId, facts));
  const articles = [...Map.groupBy(uploads, ({ record }) => record.id)];
  const faces = articles.flatMap(([, own]) => faceOf(own) ?? []);
  const derived = [
    ...articles.flatMap(([id, own]) => [...contributions(id, own), head(id, own), ...lists(id, own)]),
    ...[...Map.groupBy(faces, ({ record }) => nameOf(record))].flatMap(([hash, own]) => story(hash, own)),
  ];
  const feeds = [...rows, ...derived].flatMap(({ feedPk }) => (typeof feedPk === 'string' ? [feedPk] : []));
  const entries = new Set(feeds.map((feed) => feed.replace(/^(day#[0-9-]{10})#\d$/, '$1')));
  return [...rows, ...derived, ...[...entries].map((sk) => ({ pk: 'directory', sk }))];
}

function uploadsOf(objectId: string, facts: readonly Fact[]): readonly Uploaded[] {
  const now = facts.at(-1)?.versionId ?? null;
  return facts.flatMap((fact) => {
    const { reading, change } = fact;
    const isUpload = change.kind === 'written' && isRecord(reading);
    return isUpload ? [{ objectId, fact, record: reading, current: change.versionId === now }] : [];
  });
}

function contributions(articleId: string, uploads: readonly Uploaded[]): readonly Plain[] {
  return [...Map.groupBy(uploads, ({ objectId }) => objectId)].map(([objectId, own]) => {
    const now = own.find(({ current }) => current);
    return {
      pk: `art#${articleId}`,
      sk: `obj#${objectId}`,
      articleId,
      objectId,
      present: now !== undefined,
      facts: now === undefined ? null : readable(now.record),
      lastModified: now?.fact.lastModified ?? null,
      publications: own.map(({ fact, record }) => ({
        sequencer: fact.sequencer,
        at: fact.change.at,
        capturedAt: record.capturedAt,
        hashes: { '0001': record.fingerprint.contentHash },
      })),
    };
  });
}

/** The upload that an article shows: newest capture, then newest write, then the larger hash. */
function faceOf(uploads: readonly Uploaded[]): Uploaded | null {
  const rank = ({ record, fact, objectId }: Uploaded) =>
    [record.capturedAt ?? fact.lastModified, fact.lastModified, record.fingerprint.contentHash, objectId].join(' ');
  const now = uploads.filter(({ current }) => current).sort((a, b) => (rank(a) < rank(b) ? 1 : -1));
  return now[0] ?? null;
}

function head(articleId: string, uploads: readonly Uploaded[]): Plain {
  const key = { pk: `art#${articleId}`, sk: 'head', articleId };
  const face = faceOf(uploads);
  if (face === null) return { ...key, live: false, texts: [] };
  const { utc } = face.record.sortDate;
  const text = nameOf(face.record);
  return {
    ...key,
    ...readable(face.record),
    live: true,
    objectId: face.objectId,
    objects: uploads.filter(({ current }) => current).length,
    version: changesOf(uploads),
    text,
    texts: [text],
    feedPk: `day#${utc.slice(0, 10)}#${articleId.charCodeAt(articleId.length - 1) % 4}`,
    feedSk: `${utc}#${articleId}`,
  };
}

/** In the worlds' pages a name differs from another spelling of it by capitals and one accent only. */
const spelled = (name: string) => name.toLowerCase().replaceAll('ë', 'e');

function lists(articleId: string, uploads: readonly Uploaded[]): readonly Plain[] {
  const record = faceOf(uploads)?.record;
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

function changesOf(uploads: readonly Uploaded[]): number {
  const rank = ({ record, fact }: Uploaded) =>
    [record.capturedAt ?? fact.change.at, fact.change.at, fact.sequencer, record.fingerprint.contentHash].join(' ');
  const hashes = [...uploads]
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
    .map(({ record }) => record.fingerprint.contentHash);
  return hashes.filter((hash, index) => hash !== hashes[index - 1]).length;
}

/** Here only equal texts are kin, so a text and its story are one. */
function story(textId: string, faces: readonly Uploaded[]): readonly Plain[] {
  const storyId = `sty_${textId}`;
  const eventId = `evt_${textId}`;
  const carriers = faces.map(({ record }) => carrierOf(record, textId));
  const parts = [...Map.groupBy(carriers, ({ articleId }) => articleId.slice(-1))];
  const tally = tallyOf(carriers);
  const text = { pk: `text#${textId}` };
  const told = { pk: `story#${storyId}` };
  return [
    ...carriers.map((carrier) => {
      const { articleId } = carrier;
      return { ...text, sk: `member#${articleId.slice(-1)}#${articleId}`, articleId, carrier };
    }),
    ...parts.map(([part, own]) => ({ ...text, sk: `part#${part}`, ...tallyOf(own) })),
    {
      ...{
        ...text,
        sk: 'node',
        textId,
        present: true,
        tally,
        print: printOf(faces),
        about: aboutOfSmallest(faces),
        posted: true,
        settled: true,
      },
      ...{ storyId, stories: [storyId], mending: {} },
    },
    { ...told, sk: `text#${textId.slice(-1)}#${textId}`, textId, present: true, tally },
    { ...told, sk: `part#${textId.slice(-1)}`, texts: 1, ...tally },
    { ...told, sk: 'summary', storyId, present: true, texts: 1, ...tally },
    {
      ...{ pk: `place#${storyId}`, sk: 'event', storyId, eventId, basis: 'online', events: [eventId], listed: true },
      seen: seenOf({
        ...{ storyId, about: aboutOfSmallest(faces) ?? new Uint8Array(), published: tally.first?.utc ?? null },
        listedAt: firstOf(carriers),
      }),
    },
    { pk: `event#${eventId}`, sk: `story#${storyId}`, storyId, present: true },
    { pk: `stories#${firstOf(carriers).slice(0, 10)}#${textId.slice(-1)}`, sk: storyId },
  ];
}

function firstOf(carriers: readonly Carrier[]): string {
  const [first = ''] = carriers.map(({ sortUtc }) => sortUtc).sort();
  return first;
}

/** Members are ordered by the last character of their ids, then by their ids. */
function aboutOfSmallest(faces: readonly Uploaded[]): Uint8Array | null {
  const rank = ({ record: { id } }: Uploaded) => `${id.slice(-1)}#${id}`;
  const [smallest] = [...faces].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  const about = smallest === undefined ? null : readable(smallest.record)['about'];
  return about instanceof Uint8Array ? about : null;
}

function printOf([face]: readonly Uploaded[]): Uint8Array | null {
  return face === undefined ? null : packPrint(textPrint(face.record.body.map((part) => part.text)));
}

function nameOf({ fingerprint, body }: ArticleRecord): string {
  const print = packPrint(textPrint(body.map((part) => part.text)));
  return shortHash(`${fingerprint.contentHash}#${Buffer.from(print).toString('base64')}`);
}

type Carrier = ReturnType<typeof carrierOf>;

function carrierOf({ id, publisher, published: { utc }, sortDate }: ArticleRecord, text: string) {
  const moment = utc === null ? null : { utc, latest: utc };
  return { articleId: id, text, publisher: publisher?.name ?? null, moment, sortUtc: sortDate.utc };
}

function tallyOf(carriers: readonly Carrier[]) {
  const dated = carriers.flatMap(({ articleId, text, moment }) =>
    moment === null ? [] : [{ id: articleId, text, ...moment }],
  );
  const [first] = dated.sort((a, b) => (`${a.utc} ${a.id}` < `${b.utc} ${b.id}` ? -1 : 1));
  const inTime = [...carriers].sort((a, b) => (`${a.sortUtc} ${a.articleId}` < `${b.sortUtc} ${b.articleId}` ? -1 : 1));
  return { copies: carriers.length, first: first ?? null, shown: inTime.slice(0, 12) };
}
