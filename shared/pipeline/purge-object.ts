/**
 * One object and the tombstones in; out of its row, the bucket and the long records goes all that is held back. Promise: may be
 * begun anew at any moment; marks come first, and say which versions are meant, so that a crash forgets none.
 */
import { SIDECAR_SUFFIX } from '../core/beside.ts';
import { historyOf } from '../core/history.ts';
import { inChunks } from '../core/in-chunks.ts';
import type { Item } from '../core/item.ts';
import { bodiesPrefix, objectIdOf, objectKey } from '../core/keys.ts';
import { placedKey, tombstoneKey } from '../core/operating-keys.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import { downAs, downNames, downVersions, namedIn, rowWithout, type TakenRow, takenRow } from '../core/taken-row.ts';
import { holder, type Named, type Tombstones, tombstone } from '../core/tombstone.ts';
import type { ObjectVersion, ObjectVersions, Table } from './ports.ts';
import { readPartition } from './read-partition.ts';
import { readTombstones } from './tombstones.ts';
import { versionsUnder } from './versions-under.ts';

export interface PurgePorts {
  readonly table: Table;
  readonly versions: ObjectVersions;
}

export interface Purged {
  /** Versions and delete markers that are gone from the bucket. */
  readonly versions: readonly ObjectVersion[];
  /** Names of long records. */
  readonly bodies: readonly string[];
  /** The row showed what was taken down. */
  readonly emptied: boolean;
}

/**
 * `wholeOf`: an article of which also versions go that could not be read, or that nobody remembers, as long as it is down. Only who
 * decides to take it down may decide that.
 */
export async function purgeObject(objectId: string, wholeOf: string | null, ports: PurgePorts): Promise<Purged> {
  const row = await ports.table.get(objectKey(objectId));
  if (row === null) return { versions: [], bodies: [], emptied: false };
  const taken = takenRow(row, await readTombstones(namedIn(row), ports.table));
  if (taken !== null) await writeTaken(row, taken, ports.table);
  const left = taken === null ? row : rowWithout(row, taken);
  // A member is held back by its row alone: the container that it came in holds others.
  const isMember = typeof left['member'] === 'string';
  const versions = isMember ? [] : await versionsOf(String(left['key']), ports);
  // Looked up after the listing: what comes once the take-down was taken back is not in it.
  const whole = wholeOf !== null && (await isDown(wholeOf, ports.table));
  const doomed = isMember ? [] : [...doomedOf(left, versions, whole), ...(await besideOf(left, ports))];
  return {
    versions: await removeAll(doomed, ports),
    bodies: await purgeBodies(downNames(left), ports),
    emptied: taken?.row != null,
  };
}

/** A newer row that came meanwhile stays: it tells `group` of itself. */
async function writeTaken({ pk, sk }: Item, { marks, row }: TakenRow, table: Table): Promise<void> {
  const key = { pk, sk };
  if (row !== null) {
    const guard = { kind: 'newer', revision: row.revision } as const;
    await table.update({ key, set: row.set, remove: row.remove, guard });
  }
  if (marks.remove.length > 0) await table.update({ key, set: marks.set, remove: marks.remove, guard: null });
}

/** Delete markers go when nothing is left for them to hide. */
function doomedOf(row: Item, versions: readonly ObjectVersion[], whole: boolean): readonly ObjectVersion[] {
  const entries = historyOf(row);
  const states = new Map(entries.map(({ versionId, state }) => [versionId, state]));
  const [oldest = ''] = entries.map(({ at }) => at).sort();
  const wasRefused = ({ versionId }: ObjectVersion) => states.get(versionId) === 'rejected';
  const isForgotten = ({ versionId, lastModified }: ObjectVersion) => !states.has(versionId) && lastModified < oldest;
  const down = downVersions(row);
  const isMeant = (version: ObjectVersion) =>
    down.has(version.versionId) || (whole && (wasRefused(version) || isForgotten(version)));
  const meant = versions.filter((version) => !version.isMarker && isMeant(version));
  const kept = versions.filter((version) => !version.isMarker && !isMeant(version));
  return kept.length > 0 || down.size === 0 ? meant : [...meant, ...versions.filter(({ isMarker }) => isMarker)];
}

/** Metadata beside a file that is down say of it what nobody is to know. */
async function besideOf(row: Item, ports: PurgePorts): Promise<readonly ObjectVersion[]> {
  if (downAs(row) === null) return [];
  const key = `${String(row['key'])}${SIDECAR_SUFFIX}`;
  const told = await ports.table.get(objectKey(objectIdOf({ key, member: null })));
  return told?.['state'] === 'sidecar' ? versionsOf(key, ports) : [];
}

async function versionsOf(key: string, ports: PurgePorts): Promise<readonly ObjectVersion[]> {
  return versionsUnder(key, (version) => version.key === key, ports.versions);
}

async function removeAll(versions: readonly ObjectVersion[], ports: PurgePorts): Promise<readonly ObjectVersion[]> {
  for (const chunk of inChunks(versions, STORE_LIMITS.atOnce))
    await Promise.all(chunk.map((version) => ports.versions.remove(version)));
  return versions;
}

/** Long records of these that are down. */
async function purgeBodies(named: readonly Named[], ports: PurgePorts): Promise<readonly string[]> {
  const articleIds = [...new Set(named.map(({ articleId }) => articleId))];
  const listed: ObjectVersion[] = [];
  for (const articleId of articleIds) listed.push(...(await bodiesOf(articleId, ports)));
  // As above: a record that is placed after the take-down was taken back is not in the listing.
  const stones = await readTombstones(named, ports.table);
  const prefixes = named.flatMap((one) => prefixOf(one, stones));
  return namesOf(
    await removeAll(
      listed.filter(({ key }) => prefixes.some((one) => key.startsWith(one))),
      ports,
    ),
  );
}

interface Meant {
  readonly articleId: string;
  readonly texts: readonly { readonly textId: string }[];
}

/** Of the article and of its texts, whoever carries them: also what no row names. Out: the names of what is gone. */
export async function purgePlaced({ articleId, texts }: Meant, ports: PurgePorts): Promise<readonly string[]> {
  const named: Named[] = [{ articleId, text: null }];
  for (const { textId: text } of texts) {
    const notes = await readPartition(ports.table, placedKey(text, '').pk, '');
    named.push(...notes.map(({ sk }) => ({ articleId: sk, text })));
  }
  return purgeBodies(named, ports);
}

function bodiesOf(articleId: string, ports: PurgePorts): Promise<readonly ObjectVersion[]> {
  return versionsUnder(bodiesPrefix(articleId), () => true, ports.versions);
}

function namesOf(versions: readonly ObjectVersion[]): readonly string[] {
  return [...new Set(versions.map(({ key }) => key))];
}

async function isDown(articleId: string, table: Pick<Table, 'get'>): Promise<boolean> {
  return tombstone(await table.get(tombstoneKey(articleId)))?.lifted === null;
}

/** All of an article that is down; of one that is not, the texts that are; nothing once that was taken back. */
function prefixOf(named: Named, stones: Tombstones): readonly string[] {
  const stone = holder(named, stones);
  if (stone === null) return [];
  return [bodiesPrefix(named.articleId, stone.kind === 'article' ? null : named.text)];
}
