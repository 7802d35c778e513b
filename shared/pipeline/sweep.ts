/**
 * A container that was removed or replaced in; the members of its earlier contents touched, so that their articles are derived anew,
 * without them. Promise: whoever writes a member's row sees the container's row afterwards, or is seen here.
 */
import type { ObjectChange } from '../core/change.ts';
import { ENTRY_PREFIX, membersPk } from '../core/container-keys.ts';
import { MemberEntry } from '../core/container-members.ts';
import type { Sweep } from '../core/container-task.ts';
import { sequencerOf } from '../core/history.ts';
import { inChunks } from '../core/in-chunks.ts';
import { objectIdOf, objectKey } from '../core/keys.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import type { Table } from './ports.ts';
import type { Outbox } from './queue-ports.ts';
import { sendTasks } from './send-tasks.ts';
import { touchRow } from './touch-row.ts';

export interface SweepPorts {
  readonly table: Pick<Table, 'get' | 'query' | 'update'>;
  readonly queue: Pick<Outbox, 'send'>;
}

export async function sweep(
  change: ObjectChange,
  task: Sweep,
  isOver: () => boolean,
  { table, queue }: SweepPorts,
): Promise<void> {
  const container = objectIdOf({ key: change.key, member: null });
  const row = await table.get(objectKey(container));
  const revision = row?.['revision'];
  const now = typeof revision === 'string' ? sequencerOf(revision) : '';
  const limit = STORE_LIMITS.sweptMembers;
  for (let { after } = task; ; ) {
    const page = await table.query({
      pk: membersPk(container),
      prefix: ENTRY_PREFIX,
      after,
      newestFirst: false,
      limit,
    });
    const left = page.map((item) => MemberEntry.parse(item)).filter(({ sequencer }) => sequencer !== now);
    for (const some of inChunks(left, STORE_LIMITS.atOnce))
      await Promise.all(some.map(({ memberId }) => touchRow(objectKey(memberId), [], Date.parse(change.at), table)));
    after = page.at(-1)?.sk ?? after;
    if (page.length < limit) return;
    if (isOver()) return sendTasks(change, [{ kind: 'sweep', after }], queue);
  }
}
