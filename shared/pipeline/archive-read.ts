/**
 * An article as it is now, for the archive. In: its id. Out: its rows in the archive. Promise: read consistently, and never older
 * than the generation that it says: a change that comes later has a later one.
 */
import { articleRow, goneRow, type PlacedRow } from '../core/archive/row.ts';
import { eventPlace } from '../core/event-place.ts';
import { Head, type LiveHead } from '../core/head.ts';
import { joinRecord, type Told } from '../core/join.ts';
import { eventPlaceKey, headKey, nodeKey, objectKey, summaryKey } from '../core/keys.ts';
import { ObjectRow } from '../core/object-row.ts';
import type { ArticleRecord } from '../core/record.ts';
import { Story } from '../core/story.ts';
import { TextNode } from '../core/text-node.ts';
import { enterDay } from './archive-days.ts';
import type { ArchivePorts, LoggedChange } from './archive-ports.ts';
import { fetchRecord } from './place-record.ts';
import type { Table } from './ports.ts';

/** Empty when there is nothing to say yet: the head is about to follow its row, and will be logged again. */
export async function archivedRows(
  { articleId, at }: LoggedChange,
  ports: ArchivePorts,
): Promise<readonly PlacedRow[]> {
  const item = await ports.table.get(headKey(articleId));
  if (item === null) return [];
  const head = Head.parse(item);
  const record = head.live ? await readRecord(head, ports) : null;
  if (head.live && record === null) return [];
  const placed = record === null ? null : articleRow(record, head.gen, at);
  // Noted before the row is written: whoever takes the article down must know where to look.
  const days = await enterDay(articleId, placed?.day ?? null, ports, head.turn === 1 ? 'new' : 'unknown');
  const left = days.filter((day) => day !== placed?.day);
  const hidden = left.map((day) => ({ day, row: goneRow(articleId, head.gen) }));
  return placed === null ? hidden : [placed, ...hidden];
}

async function readRecord(head: LiveHead, { table, bodies }: ArchivePorts): Promise<ArticleRecord | null> {
  const item = await table.get(objectKey(head.objectId));
  const row = item === null ? null : ObjectRow.parse(item);
  if (row?.state !== 'stored' || row.articleId !== head.articleId) return null;
  const [record, told] = await Promise.all([fetchRecord(row, bodies), readTold(head, table)]);
  return joinRecord(record, head, told);
}

async function readTold({ articleId, text }: LiveHead, table: Pick<Table, 'get'>): Promise<Told> {
  const node = await readNode(text, table);
  const storyId = node?.storyId ?? null;
  if (storyId === null) return { node, story: null, firstNode: null, firstHead: null, eventId: null };
  const [summary, place] = await Promise.all([table.get(summaryKey(storyId)), table.get(eventPlaceKey(storyId))]);
  const story = summary === null ? null : Story.parse(summary);
  const first = story?.first ?? null;
  const [firstNode, firstHead] = await Promise.all([
    first === null || first.text === text ? node : readNode(first.text, table),
    first === null || first.id === articleId ? null : readHead(first.id, table),
  ]);
  const eventId = eventPlace(place)?.eventId ?? null;
  return { node, story, firstNode: first === null ? null : firstNode, firstHead, eventId };
}

async function readHead(articleId: string, table: Pick<Table, 'get'>): Promise<LiveHead | null> {
  const item = await table.get(headKey(articleId));
  const head = item === null ? null : Head.parse(item);
  return head?.live === true ? head : null;
}

async function readNode(textId: string, table: Pick<Table, 'get'>): Promise<TextNode | null> {
  const item = await table.get(nodeKey(textId));
  return item === null ? null : TextNode.parse(item);
}
