/**
 * `wirefold add --from s3://BUCKET/PREFIX`: articles of another bucket, copied inside S3. Promise: may be broken off and repeated at any
 * time; what is in already is not copied again; a right that is missing ends it early, in words.
 */
import { STORE_LIMITS } from '../../shared/core/store-limits.ts';
import {
  type Backfilled,
  type BackfillRequest,
  type BackfillState,
  backfill,
  backfillEntries,
} from '../../shared/pipeline/backfill.ts';
import type { CopyTarget, SourceBucket, SourceEntry } from '../../shared/pipeline/backfill-ports.ts';
import type { Pace } from '../../shared/pipeline/pace.ts';
import type { RoomPorts } from '../../shared/pipeline/queue-room.ts';
import { EXIT, type ExitCode, Stop } from '../exit.ts';
import type { Io } from '../io.ts';
import { inOrder } from '../ordered.ts';
import { type Counter, counter } from '../output/counter.ts';
import { safeJson } from '../output/visible.ts';
import { lineWriter } from '../output/writer.ts';
import { copyFailure, type SourcePlace, sourceFailure } from '../source-failure.ts';

export interface AddFromPorts extends RoomPorts, SourcePlace {
  readonly source: SourceBucket;
  readonly target: CopyTarget;
  readonly pace: Pace;
}

interface Tally {
  readonly counts: Record<BackfillState | 'failed', number>;
  looked: number;
  failedInARow: number;
  lastKey: string | null;
}

export async function addFrom(
  request: BackfillRequest & { readonly json: boolean },
  ports: AddFromPorts,
  io: Io,
): Promise<ExitCode> {
  const line = counter(io);
  const tally: Tally = {
    counts: { copied: 0, same: 0, newer: 0, refused: 0, failed: 0 },
    ...{ looked: 0, failedInARow: 0, lastKey: null },
  };
  try {
    await work(request, ports, tally, line, io);
  } catch (error) {
    if (tally.lastKey !== null)
      line.note(`${told(tally, request)} Run it again to go on: what is in is left alone. ${behind(tally.lastKey)}`);
    throw error;
  } finally {
    line.stop();
  }
  if (tally.looked === 0) throw new Stop(EXIT.notFound, nothing(request, ports.source.bucket));
  line.note(told(tally, request));
  return tally.counts.failed + tally.counts.refused === 0 ? EXIT.ok : EXIT.someFailed;
}

async function work(
  request: BackfillRequest & { readonly json: boolean },
  ports: AddFromPorts,
  tally: Tally,
  line: Counter,
  io: Io,
): Promise<void> {
  const asJson = request.json || !io.stdoutIsTerminal;
  const writer = lineWriter(io.stdout);
  const entries = backfillEntries(request, listable(ports), ports);
  const one = (entry: SourceEntry) => attempt(entry, request, ports);
  for await (const done of inOrder(entries, STORE_LIMITS.copiesAtOnce, one)) {
    count(done, tally);
    const { state, entry, key, reason } = done;
    if (reason !== null) line.note(`s3://${ports.source.bucket}/${entry.key}: ${reason}`);
    else if (asJson && state === 'copied')
      await writer.line(safeJson({ state: stated(request), from: entry.key, key, bytes: entry.bytes }));
    if (tally.failedInARow >= STORE_LIMITS.copiesFailed)
      throw new Stop(EXIT.someFailed, `${tally.failedInARow} copies in a row failed, so the rest was not tried.`);
    line.show(`${told(tally, request)} At ${entry.key} …`);
  }
}

type Attempt = Omit<Backfilled, 'state'> & { readonly state: BackfillState | 'failed' };

async function attempt(entry: SourceEntry, request: BackfillRequest, ports: AddFromPorts): Promise<Attempt> {
  try {
    return await backfill(entry, request, ports.target, ports.pace);
  } catch (error) {
    return { state: 'failed', entry, key: entry.key, reason: copyFailure(error) };
  }
}

/** What keeps the other bucket from being listed is said once, for all of it. */
function listable({ source, ...place }: AddFromPorts): SourceBucket {
  return {
    bucket: source.bucket,
    page: (prefix, after) =>
      source.page(prefix, after).catch((error: unknown) => {
        throw sourceFailure(error, source.bucket, place);
      }),
  };
}

function count({ state, entry }: Attempt, tally: Tally): void {
  tally.looked += 1;
  tally.counts[state] += 1;
  tally.failedInARow = state === 'failed' ? tally.failedInARow + 1 : 0;
  if (tally.failedInARow === 0) tally.lastKey = entry.key;
}

const stated = ({ dryRun }: BackfillRequest) => (dryRun ? 'would be copied' : 'copied');
const behind = (key: string) => `Or only behind them: --after '${key}'`;

function told({ looked, counts }: Tally, request: BackfillRequest): string {
  const { copied, same, newer, refused, failed } = counts;
  const parts = [
    `${copied} ${stated(request)}`,
    `${same} in already`,
    ...(newer === 0 ? [] : [`${newer} left alone, as newer ones are in`]),
    ...(refused === 0 ? [] : [`${refused} too large or too long a name`]),
    ...(failed === 0 ? [] : [`${failed} failed`]),
  ];
  return `${looked} looked at: ${parts.join(', ')}.`;
}

function nothing({ prefix, since, after }: BackfillRequest, bucket: string): string {
  const bounds = since !== null || after !== null ? ' within these bounds' : '';
  return `There is nothing under s3://${bucket}/${prefix}${bounds}`;
}
