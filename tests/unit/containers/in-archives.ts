/** Archives that hold containers, dropped into a store that reads them. In: files. Out: bytes, and what became of them. */
import zlib from 'node:zlib';
import { findObject, listArticles, listRejected } from '../../../shared/pipeline/query.ts';
import { aTar, aZip, type File } from '../../../shared/testing/archives.ts';
import { memoryStore } from '../../../shared/testing/memory-store.ts';
import { reader, TEXT } from './dropped.ts';

export const KEY = 'incoming/all.bin';
/** The version that was dropped, to be read again. */
export const DROPPED = { bucket: 'wirefold-test', key: KEY, versionId: 'v1', at: '2026-01-01T00:00:00Z' };
export const MIB = 1024 * 1024;
export const record = (at: number) => JSON.stringify({ title: `The tide of day ${at}`, text: `${TEXT} Day ${at}.` });
export const linesOf = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => record(from + at)).join('\n');
export const ARCHIVES: readonly (readonly [string, (files: readonly File[]) => Uint8Array])[] = [
  ['zip', aZip],
  ['tar', aTar],
  ['tar.gz', (some) => zlib.gzipSync(aTar(some))],
];

export async function dropped(bytes: Uint8Array) {
  const store = memoryStore(reader);
  await store.deliver(store.bucket.put(KEY, bytes));
  const { items } = await listArticles({ limit: 100, cursor: null }, store.query);
  const refused = await listRejected({ limit: 100, cursor: null }, store.query);
  return {
    store,
    items,
    state: await findObject(KEY, store.query),
    refused: Object.fromEntries(refused.items.map(({ member, code }) => [member, code])),
  };
}
