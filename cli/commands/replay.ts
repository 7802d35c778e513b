/**
 * `wirefold replay`: objects read again by the deployed extractor, through the same queue as uploads. Promise: may be repeated or
 * broken off at any time; publishers' versions do not grow.
 */
import { type ReplayPorts, type ReplayRequest, replay as replayed } from '../../shared/pipeline/replay.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { type Counter, counter } from '../output/counter.ts';
import { safeJson } from '../output/visible.ts';
import { lineWriter } from '../output/writer.ts';

export interface ReplayFacts {
  readonly prefix?: string | undefined;
  readonly outlet?: string | undefined;
  readonly since?: string | undefined;
  readonly extractorBelow?: number | undefined;
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

export interface ReplayOptions extends ReplayFacts {
  readonly rate: number;
  readonly touch: boolean;
  readonly json: boolean;
}

/** Every upload is under it. */
const INCOMING = 'incoming/';
/** Objects without a row that are named; the rest is counted. */
const NAMED = 5;

interface Tally {
  looked: number;
  sent: number;
  lastKey: string | null;
  readonly withoutRow: string[];
}

export async function replay(options: ReplayOptions, ports: ReplayPorts, io: Io): Promise<ExitCode> {
  const request = { ...selectionOf(options), limit: options.limit ?? null, rate: options.rate, touch: options.touch };
  const line = counter(io);
  const tally: Tally = { looked: 0, sent: 0, lastKey: null, withoutRow: [] };
  try {
    await work(request, tally, line, options.json || !io.stdoutIsTerminal, ports, io);
  } catch (error) {
    if (tally.lastKey !== null) line.note(`${told(tally, options)} To go on behind them: --after '${tally.lastKey}'`);
    throw error;
  } finally {
    line.stop();
  }
  line.note(told(tally, options));
  if (tally.withoutRow.length > 0) line.note(strangers(tally.withoutRow));
  return EXIT.ok;
}

export function selectionOf({ prefix = '', outlet, since, extractorBelow, after }: ReplayFacts) {
  return {
    prefix:
      INCOMING.startsWith(prefix) || prefix.startsWith(INCOMING) ? longer(prefix, INCOMING) : `${INCOMING}${prefix}`,
    outlet: outlet ?? null,
    since: since ?? null,
    extractorBelow: extractorBelow ?? null,
    after: after ?? null,
  };
}

const longer = (a: string, b: string) => (a.length > b.length ? a : b);

async function work(
  request: ReplayRequest,
  tally: Tally,
  line: Counter,
  asJson: boolean,
  ports: ReplayPorts,
  io: Io,
): Promise<void> {
  const writer = lineWriter(io.stdout);
  for await (const candidate of replayed(request, ports)) {
    tally.looked += 1;
    if (candidate.kind === 'without-row') tally.withoutRow.push(candidate.key);
    if (candidate.kind === 'wanted') {
      tally.sent += 1;
      tally.lastKey = candidate.key;
      const { objectId, state, extractor, versionId } = candidate.row;
      const sent = { key: candidate.key, objectId, versionId, state, extractor };
      // Whoever stops reading the list has not asked to stop the work.
      if (asJson) await writer.line(safeJson(sent));
    }
    line.show(`${tally.sent} sent of ${tally.looked} looked at …`);
  }
}

function told({ sent, looked }: Tally, { touch }: ReplayOptions): string {
  const of = `${sent} of ${looked} ${looked === 1 ? 'object' : 'objects'}`;
  if (touch) return `${of} touched: what is derived from them is derived again.`;
  return `${of} sent to be read again.`;
}

function strangers(keys: readonly string[]): string {
  const more = keys.length > NAMED ? ` and ${keys.length - NAMED} more` : '';
  return `Without a row, so that they were never read: ${keys.slice(0, NAMED).join(', ')}${more}. They may be on their way; else see: wirefold failed`;
}
