/** One member of a container is taken down: its words go from rows, long records and archive, and it stays down whatever brings it again. */
import { describe, expect, it } from 'vitest';
import { type ForgetOptions, forget } from '../../../cli/commands/forget.ts';
import { COPIES } from '../../../shared/core/copies/kinship.ts';
import { EVENTS } from '../../../shared/core/event/eventing.ts';
import { objectIdOf, objectKey } from '../../../shared/core/keys.ts';
import { archiveChanges } from '../../../shared/pipeline/archive-changes.ts';
import { currentTable } from '../../../shared/pipeline/current-schema.ts';
import { purgeFromArchive } from '../../../shared/pipeline/purge-archive.ts';
import { listArticles } from '../../../shared/pipeline/query.ts';
import { aTar } from '../../../shared/testing/archives.ts';
import { anIo } from '../../cli/fake-io.ts';
import { anArchive, never, rowsOf } from './builders.ts';

const KEY = 'incoming/desk.tar';
const SECRET = /zeppelin|quillbury/i;
const page = (headline: string, words: string) => `${headline}\npublished: 2026-01-01T08:00:00.000Z\n${words}`;
const TAKEN = page('Zeppelin over Quillbury', 'A zeppelin was moored above the fishmarket of Quillbury at noon.');
const OTHER = page('Rain', 'Rain is expected in the hills tonight.');
const OPTIONS: ForgetOptions = {
  ...{ reason: 'Letter of 2 May', copies: false, dryRun: false, yes: true, undo: false, json: true },
};
const contents = (...texts: readonly string[]) => aTar(texts.map((content, at) => ({ name: `${at}.txt`, content })));

async function takenDown() {
  const world = anArchive();
  const { store, ports } = world;
  const change = store.bucket.put(KEY, contents(TAKEN, OTHER));
  await store.deliver(change);
  await archiveChanges(ports, never);
  expect(JSON.stringify(await rowsOf(world.files))).toMatch(SECRET);
  const table = currentTable(store.table);
  const own = { versions: store.bucket.versions, pacing: ports.pacing, clock: () => '2026-02-01T00:00:00.000Z' };
  const purge = async (id: string) => (await purgeFromArchive(id, ports)).files.length;
  const elsewhere = [{ name: 'archive', purge }];
  const io = anIo();
  await forget(`${KEY}#0.txt`, OPTIONS, { table, ...own, kinship: COPIES, eventing: EVENTS, elsewhere }, io);
  return { ...world, change, receipt: io.out() };
}

async function left({ store, files, ports }: Awaited<ReturnType<typeof takenDown>>): Promise<string> {
  await archiveChanges(ports, never);
  const rows = await rowsOf(files);
  return JSON.stringify([store.table.items(), rows.map(({ row }) => row)]);
}
const headlines = async ({ store }: ReturnType<typeof anArchive>) =>
  (await listArticles({ limit: 10, cursor: null }, store.query)).items.map(({ headline }) => headline);

describe('a member that is taken down', () => {
  it('leaves no word in rows and archive; the container and its other members stay', async () => {
    const world = await takenDown();
    expect(world.receipt).toContain('taken-down');
    expect(await left(world)).not.toMatch(SECRET);
    expect(await headlines(world)).toEqual(['Rain']);
    expect((await world.store.bucket.versions.list(KEY, null)).versions).toHaveLength(1);
    const row = objectKey(objectIdOf({ key: KEY, member: '0.txt' }));
    expect(await world.store.table.get(row)).toMatchObject({ state: 'taken-down' });
  });

  it('stays down when the container is read again, and when another one brings it', async () => {
    const world = await takenDown();
    await world.store.deliver(world.change);
    await world.store.deliver(world.store.bucket.put(KEY, contents(OTHER, TAKEN)));
    await world.store.deliver(world.store.bucket.put('incoming/again.tar', contents(TAKEN)));
    expect(await left(world)).not.toMatch(SECRET);
    expect(await headlines(world)).not.toContain('Zeppelin over Quillbury');
  });
});
