/** The whole of Wirefold as a newcomer meets it: `npm start`, a dropped file, a raw query, Ctrl-C, and a second start. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { remoteStore } from '../../shared/aws/store.ts';
import { findArticle, findObject, listArticles, listRejected } from '../../shared/pipeline/query.ts';
import { aPackedWarc, aTar, aZip } from '../../shared/testing/archives.ts';
import { type LocalProgram, startProgram } from './local-program.ts';

const STORY = `Ferry crews vote to end strike in Norwick Sound

By Ada Quillfeather
12 May 2025 14:05 BST

Ferry crews in Norwick Sound voted on Monday to end a nine-day strike that had cut off four islands, the harbour union said.

Two thirds of the 318 members who voted accepted a pay rise of 6.2 per cent over two years, union secretary Tom Hallam told reporters on the quay.

The first boats are to sail on Tuesday morning. Supermarkets on the islands said that fresh milk would be back on the shelves by Wednesday.
`;

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
const folder = mkdtempSync(path.join(tmpdir(), 'wirefold-e2e-'));
let program: LocalProgram;

function clients() {
  const { endpoints, outputs } = program.facts();
  const names = { bucketName: outputs['BucketName'] ?? '', tableName: outputs['TableName'] ?? '' };
  return {
    ...names,
    s3: new S3Client({ endpoint: endpoints.s3, region: 'us-east-1', credentials }),
    dynamodb: new DynamoDBClient({ endpoint: endpoints.dynamodb, region: 'us-east-1', credentials }),
    query: remoteStore(names, { region: null, profile: null, endpoints }).query,
  };
}

/** Looks until the answer is there; the test's own time limit is the watchdog. */
async function eventually<T>(look: () => Promise<T | null | undefined | false>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

beforeAll(async () => {
  program = startProgram(folder);
  await program.until('Ctrl-C stops everything');
});

afterAll(async () => {
  await program.stop('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

describe('the local run', () => {
  it('accounts for every bundled sample: articles, a revision, a rejection', async () => {
    const { query } = clients();
    const stored = await listArticles({ limit: 100, cursor: null }, query);
    const rejected = await listRejected({ limit: 100, cursor: null }, query);
    // 15 files: two are versions of one article, one is refused.
    expect(stored.items).toHaveLength(13);
    expect(stored.items.map((record) => record.version).filter((version) => version > 1)).toEqual([2]);
    expect(rejected.items.map((item) => item.code)).toEqual(['article.no-text']);
  });

  it('folds the syndicated pair into one story, and disputes the later date', async () => {
    const { items } = await listArticles({ limit: 100, cursor: null }, clients().query);
    const pairs = items.filter((a) => items.some((b) => b.id !== a.id && b.storyId === a.storyId));
    expect(pairs.map((record) => record.published.status).sort()).toEqual(['disputed', 'stated']);
    expect(new Set(pairs.map((record) => record.effectiveDate.utc)).size).toBe(1);
  });

  it('prints the table, the endpoints and how to go on', () => {
    for (const text of ['Headline', 'Publisher', 'Refused', 'Listening', 'aws s3 cp', 'npm run -s wirefold -- show']) {
      expect(program.printed()).toContain(text);
    }
  });

  it('answers over HTTP at the address that it prints', async () => {
    const { api } = program.facts().endpoints;
    expect(program.printed()).toContain(api);
    const answered = await fetch(`${api}/articles?limit=100`);
    expect((await answered.json()).items).toHaveLength(13);
    expect(answered.headers.get('content-encoding')).toBe('gzip');
    const missing = await fetch(`${api}/objects/incoming/no%20such.txt`);
    expect([missing.status, (await missing.json()).code]).toEqual([404, 'not-found']);
    expect((await fetch(`${api}/nowhere`)).headers.get('content-type')).toBe('application/problem+json');
  });

  it('ingests a file that an S3 client puts, and the record can be read with a raw query', async () => {
    const { s3, dynamodb, query, bucketName, tableName } = clients();
    const Key = 'incoming/ferry + strike ⛴.txt';
    await s3.send(new PutObjectCommand({ Bucket: bucketName, Key, Body: STORY }));
    const id = await eventually(async () => {
      const object = await findObject(Key, query);
      const article = object?.state === 'stored' ? await findArticle(object.record.id, query) : null;
      return article?.storyId ? article.id : null;
    });
    const raw = await dynamodb.send(
      new QueryCommand({
        TableName: tableName,
        KeyConditionExpression: 'pk = :pk AND sk = :head',
        ExpressionAttributeValues: { ':pk': { S: `art#${id}` }, ':head': { S: 'head' } },
      }),
    );
    const head = unmarshall(raw.Items?.[0] ?? {});
    expect(head).toMatchObject({ headline: 'Ferry crews vote to end strike in Norwick Sound', version: 1 });
    await program.until(/stored\s+incoming\/ferry/);
  });

  it('removes the record when the object is deleted', async () => {
    const { s3, query, bucketName } = clients();
    const Key = 'incoming/short-lived.txt';
    await s3.send(new PutObjectCommand({ Bucket: bucketName, Key, Body: STORY.replaceAll('Norwick', 'Southwick') }));
    const stored = await eventually(async () => {
      const object = await findObject(Key, query);
      return object?.state === 'stored' && (await findArticle(object.record.id, query));
    });
    await s3.send(new DeleteObjectCommand({ Bucket: bucketName, Key }));
    await eventually(async () => (await findObject(Key, query))?.state === 'removed');
    await eventually(async () => (await findArticle(stored.id, query)) === null);
  });

  it('brings the record back when the delete marker is deleted, and removes it with the last version', async () => {
    const { s3, query, bucketName } = clients();
    const where = { Bucket: bucketName, Key: 'incoming/undeleted.txt' };
    const isStored = async () => {
      const object = await findObject(where.Key, query);
      return object?.state === 'stored' && (await findArticle(object.record.id, query));
    };
    const isRemoved = async () => (await findObject(where.Key, query))?.state === 'removed';
    const { VersionId } = await s3.send(
      new PutObjectCommand({ ...where, Body: STORY.replaceAll('Norwick', 'Eastwick') }),
    );
    const before = await eventually(isStored);
    const marker = await s3.send(new DeleteObjectCommand(where));
    await eventually(isRemoved);
    await s3.send(new DeleteObjectCommand({ ...where, VersionId: marker.VersionId }));
    expect(await eventually(isStored)).toMatchObject({ id: before.id, version: 1, source: { versionId: VersionId } });
    await s3.send(new DeleteObjectCommand({ ...where, VersionId }));
    await eventually(isRemoved);
  });

  it('splits a crawl and an archive into members, whose states add up, and lets them go with their container', async () => {
    const { s3, query, bucketName } = clients();
    const page = (text: string) =>
      `<html><body><article><h1>Ferry news</h1><p>${text.replaceAll('\n', '</p><p>')}</p></article></body></html>`;
    const crawled = ['Westwick', 'Midwick'].map((place, at) => ({
      ...{ url: `https://crawl.example/${at}`, date: '2026-01-02T03:04:05Z' },
      html: page(STORY.replaceAll('Norwick', place)),
    }));
    const [crawl, archive] = ['incoming/crawl.warc.gz', 'incoming/files.zip'];
    const lines = Array.from({ length: 10 }, (_, at) =>
      JSON.stringify(
        at % 5 === 0 ? { title: `No text ${at}` } : { title: `Ferry ${at}`, text: `${STORY} Ferry ${at}.` },
      ),
    );
    const inner = ['Outwick', 'Inwick'].map((place) => ({ name: place, content: STORY.replaceAll('Norwick', place) }));
    const files = [
      { name: 'a.txt', content: STORY.replaceAll('Norwick', 'Farwick') },
      { name: 'b.txt', content: '' },
      { name: 'all.jsonl', content: lines.join('\n') },
      { name: 'more.tar', content: aTar(inner) },
    ];
    await s3.send(new PutObjectCommand({ Bucket: bucketName, Key: crawl, Body: aPackedWarc(crawled) }));
    await s3.send(new PutObjectCommand({ Bucket: bucketName, Key: archive, Body: aZip(files) }));
    const settled = async (key: string) => {
      const container = await findObject(key, query);
      if (container?.state !== 'container') return null;
      const { found, uncounted, stored, rejected, takenDown, pending } = container;
      expect(stored + rejected + takenDown + pending).toBe(found);
      return found > 0 && uncounted === 0 && pending === 0 && container;
    };
    expect(await eventually(() => settled(crawl))).toMatchObject({ found: 2, stored: 2, rejected: 0 });
    expect(await eventually(() => settled(archive))).toMatchObject({ found: 14, stored: 11, rejected: 3 });
    const listed = await listRejected({ limit: 100, cursor: null }, query);
    expect(listed.items.filter(({ key }) => key === archive)).toHaveLength(3);
    expect(await findObject(`${archive}#more.tar//Inwick`, query)).toMatchObject({ state: 'stored' });
    const member = await findObject(`${archive}#b.txt`, query);
    expect(member).toMatchObject({ state: 'rejected', rejection: { code: 'document.empty' } });
    const file = await findObject(`${archive}#a.txt`, query);
    const id = file?.state === 'stored' ? file.record.id : '';
    await eventually(async () => (await findArticle(id, query))?.source.member === 'a.txt');
    await s3.send(new DeleteObjectCommand({ Bucket: bucketName, Key: archive }));
    await s3.send(new DeleteObjectCommand({ Bucket: bucketName, Key: crawl }));
    await eventually(async () => (await findArticle(id, query)) === null);
    expect(await findObject(`${archive}#a.txt`, query)).toMatchObject({ state: 'removed' });
  });

  it('ingests a file dropped into the inbox', async () => {
    mkdirSync(path.join(folder, 'inbox/sub'), { recursive: true });
    writeFileSync(path.join(folder, 'inbox/sub/dropped.txt'), STORY.replaceAll('nine-day', 'ten-day'));
    const record = await eventually(async () => {
      const object = await findObject('incoming/sub/dropped.txt', clients().query);
      return object?.state === 'stored' && (await findArticle(object.record.id, clients().query));
    });
    expect(record.authors).toEqual([{ name: 'Ada Quillfeather', kind: 'person' }]);
  });

  it('stops with Ctrl-C, and keeps its state for the next start', async () => {
    const before = (await listArticles({ limit: 100, cursor: null }, clients().query)).items.map((record) => record.id);
    expect(await program.stop('SIGINT')).toBe(0);
    program = startProgram(folder);
    await program.until('Ctrl-C stops everything');
    const after = (await listArticles({ limit: 100, cursor: null }, clients().query)).items.map((record) => record.id);
    expect(after).toEqual(before);
  });
});
