/**
 * What became of a file of metadata. In: its row. Out: of which file it tells, what it gives, and what became of that file. Promise: its own
 * row alone says what it is; that the file is not there (yet) is seen when somebody asks.
 */
import type { ObjectState } from '../core/history.ts';
import { objectIdOf, objectKey } from '../core/keys.ts';
import { ObjectRow, type SidecarRow } from '../core/object-row.ts';
import type { Table } from './ports.ts';

export interface SidecarObject {
  readonly state: 'sidecar';
  readonly key: string;
  /** When S3 recorded the change that it is of, ISO 8601 instant. */
  readonly at: string;
  /** Key of the file that it tells of. */
  readonly file: string;
  /** `missing`: nothing is known of the file (yet). Of a container, a removed file or another file of metadata nothing is filled. */
  readonly fileState: ObjectState | 'missing';
  /** Names of what it says. */
  readonly gives: readonly string[];
}

export async function sidecarObject(row: SidecarRow, table: Pick<Table, 'get'>): Promise<SidecarObject> {
  const { state, key, changedAt, file, hints } = row;
  const item = await table.get(objectKey(objectIdOf({ key: file, member: null })));
  const fileState = item === null ? 'missing' : ObjectRow.parse(item).state;
  const gives = Object.entries(hints).flatMap(([name, value]) => (value === null ? [] : [name]));
  return { state, key, at: changedAt, file, fileState, gives };
}
