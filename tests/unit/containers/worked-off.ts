/** A container worked off message by message, as the queue hands them out. In: its bytes. Out: members that have rows, and how many each message did. */
import { ingest } from '../../../shared/pipeline/ingest.ts';
import { ingestMessage } from '../../../shared/pipeline/ingest-message.ts';
import { lineReader } from '../../../shared/testing/line-reader.ts';
import { memoryBucket } from '../../../shared/testing/memory-bucket.ts';
import { memoryTable } from '../../../shared/testing/memory-table.ts';

const KEY = 'incoming/x.bin';

export interface Way {
  readonly receives?: number;
  readonly isOver?: () => boolean;
}

/** Works off a container; `receives`: of the messages that it makes at first. */
export async function workedOff(bytes: Uint8Array, { receives = 1, isOver = () => false }: Way = {}) {
  const [bucket, table] = [memoryBucket(), memoryTable()];
  const ports = { ...bucket, table, reader: lineReader };
  await ingest(bucket.put(KEY, bytes), 1, ports);
  const perMessage: number[] = [];
  let [messages, sent] = [bucket.queue.drain(), 0];
  for (let round = 0; messages.length > 0 && sent < 1_000; round += 1) {
    for (const body of messages) {
      let done = 0;
      const count = () => {
        done += 1;
      };
      await ingestMessage({ body, receives: round === 0 ? receives : 1 }, ports, count, isOver);
      perMessage.push(done);
    }
    sent += messages.length;
    messages = bucket.queue.drain();
  }
  const members = table.items().flatMap(({ member }) => (typeof member === 'string' ? [member] : []));
  return { members, perMessage };
}
