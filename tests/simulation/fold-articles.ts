/** The right answer for what is derived: contributions, heads, members, stories, directory. In: facts. Out: items. */
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
    ...articles.flatMap(([id, own]) => [...contributions(id, own), head(id, own)]),
    ...[...Map.groupBy(faces, ({ record }) => record.fingerprint.contentHash)].flatMap(([hash, own]) =>
      story(hash, own),
    ),
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
  const text = face.record.fingerprint.contentHash;
  return {
    ...key,
    ...readable(face.record),
    live: true,
    objectId: face.objectId,
    objects: uploads.filter(({ current }) => current).length,
    version: changesOf(uploads),
    text,
    texts: [text],
    storyId: `sty_${shortHash(text)}`,
    feedPk: `day#${utc.slice(0, 10)}#${articleId.charCodeAt(articleId.length - 1) % 4}`,
    feedSk: `${utc}#${articleId}`,
  };
}

function changesOf(uploads: readonly Uploaded[]): number {
  const rank = ({ record, fact }: Uploaded) =>
    [record.capturedAt ?? fact.change.at, fact.change.at, fact.sequencer, record.fingerprint.contentHash].join(' ');
  const hashes = [...uploads]
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
    .map(({ record }) => record.fingerprint.contentHash);
  return hashes.filter((hash, index) => hash !== hashes[index - 1]).length;
}

function story(text: string, faces: readonly Uploaded[]): readonly Plain[] {
  const storyId = `sty_${shortHash(text)}`;
  const records = faces.map(({ record }) => record);
  const dated = records.filter(({ published }) => published.status === 'stated');
  const [earliest] = dated.sort((a, b) => (`${a.published.utc} ${a.id}` < `${b.published.utc} ${b.id}` ? -1 : 1));
  const first = earliest === undefined ? null : { id: earliest.id, utc: earliest.published.utc };
  const late = (utc: string | null) =>
    first !== null && utc !== null && Date.parse(utc) - Date.parse(first.utc ?? '') > 30 * 86_400_000;
  const shown = [...records].sort((a, b) => (`${a.sortDate.utc} ${a.id}` < `${b.sortDate.utc} ${b.id}` ? -1 : 1));
  const members = records.map(({ id, publisher, published: { utc }, sortDate }) => ({
    pk: `story#${storyId}`,
    sk: `member#${id}`,
    articleId: id,
    present: true,
    publisher: publisher?.name ?? null,
    moment: utc === null ? null : { utc, latest: utc },
    sortUtc: sortDate.utc,
  }));
  const summary = {
    pk: `story#${storyId}`,
    sk: 'summary',
    ...{ storyId, text, present: true, copies: records.length, first },
    members: shown.map(({ id, publisher, sortDate, published }) => ({
      articleId: id,
      publisher: publisher?.name ?? null,
      utc: sortDate.utc,
      disputed: late(published.utc),
    })),
  };
  return [...members, summary];
}
