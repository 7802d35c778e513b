/**
 * A flood: thousands of uploads at one moment, most of them bad, on the emulated queue with the deployed settings, the function's real
 * batch handling, and a clock that only the work moves. In: how many. Out: what became of each, and when.
 */
import type { SQSEvent } from 'aws-lambda';
import { BUDGET } from '../../infra/budget.ts';
import { makeBell } from '../../infra/local/bell.ts';
import { openDatabase } from '../../infra/local/database.ts';
import { systemAttributes } from '../../infra/local/sqs/message-operations.ts';
import { type Message, openMessages } from '../../infra/local/sqs/messages.ts';
import { openQueues } from '../../infra/local/sqs/queues.ts';
import { currentTable } from '../../shared/pipeline/current-schema.ts';
import { ingestMessage } from '../../shared/pipeline/ingest-message.ts';
import type { Reader } from '../../shared/pipeline/ports.ts';
import { ReaderStopped } from '../../shared/pipeline/reader-stopped.ts';
import { anS3Event } from '../../shared/testing/builders.ts';
import { aContext } from '../../shared/testing/lambda-context.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { memoryBucket } from '../../shared/testing/memory-bucket.ts';
import { memoryTable } from '../../shared/testing/memory-table.ts';

/** One file in twenty is an article. Of the others, four in ten are refused at once, and as many keep a reader busy until it is stopped. */
export const KINDS = ['good', 'refused', 'slow', 'defect'] as const;
export type Kind = (typeof KINDS)[number];
const kindOf = (index: number): Kind => {
  if (index % 20 === 7) return 'good';
  return (['refused', 'slow', 'refused', 'slow', 'defect'] as const)[index % 5] ?? 'refused';
};

/** What one takes of a function's time, in milliseconds. */
const COST_MS: Readonly<Record<Kind, number>> = { good: 100, refused: 20, slow: 5_000, defect: 30 };
const CONCURRENCY = 10;
/** How long it takes to try each file once. */
export const ONE_PASS_MS = (counts: Readonly<Record<Kind, number>>) =>
  KINDS.reduce((sum, kind) => sum + counts[kind] * COST_MS[kind], 0) / CONCURRENCY;

export interface Flood {
  readonly counts: Readonly<Record<Kind, number>>;
  /** States of rows by kind of file, each with how many. */
  readonly states: Readonly<Record<string, number>>;
  /** Kinds of what lies in the dead letters, each with how many. */
  readonly dead: Readonly<Record<string, number>>;
  /** When the last good file was stored, on the world's clock. */
  readonly lastGoodMs: number;
  readonly mostReceives: number;
}

type Handle = typeof import('../../functions/batch.ts').batchHandler;

export async function runFlood(files: number, batchHandler: Handle): Promise<Flood> {
  const clock = { now: 0, spent: 0 };
  const queue = openQueue(clock);
  const bucket = memoryBucket();
  const kinds = Array.from({ length: files }, (_, index) => kindOf(index));
  queue.send(kinds.map((kind, index) => JSON.stringify(anS3Event(bucket.put(...fileOf(kind, index))))));
  const states: string[] = [];
  let lastGoodMs = 0;
  let mostReceives = 0;
  const table = currentTable(memoryTable());
  const handler = batchHandler(
    'SQS',
    async ({ body, attributes }, tell) => {
      const receives = Number(attributes.ApproximateReceiveCount);
      const kind = kindIn(body);
      clock.spent += COST_MS[kind];
      mostReceives = Math.max(mostReceives, receives);
      await ingestMessage({ body, receives }, { ...bucket, reader, table }, (told) => {
        tell(told);
        if (told.state === 'unfinished') return;
        states.push(`${kind} ${told.state}`);
        if (kind === 'good') lastGoodMs = Math.max(lastGoodMs, clock.now + clock.spent);
      });
    },
    table,
  );
  await queue.drain(async (event) => {
    const remaining = () => BUDGET.functionTimeoutS * 1_000 - clock.spent;
    const { batchItemFailures } = await handler(event, { ...aContext(), getRemainingTimeInMillis: remaining });
    return new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
  });
  const dead = countsOf(queue.dead().map(kindIn));
  return { counts: { ...NONE, ...countsOf(kinds) }, states: countsOf(states), dead, lastGoodMs, mostReceives };
}

const NONE: Readonly<Record<Kind, number>> = { good: 0, refused: 0, slow: 0, defect: 0 };

function fileOf(kind: Kind, index: number): readonly [string, string] {
  const page = `${kind}\npublished: 2026-01-01T00:00:00.000Z\nFile ${index} of the flood.`;
  return [`incoming/${kind}/${index}`, kind === 'refused' ? '' : page];
}

function kindIn(body: string): Kind {
  const kind = KINDS.find((one) => body.includes(`/${one}/`));
  if (kind === undefined) throw new Error(`no file of the flood: ${body}`);
  return kind;
}

const reader: Reader = {
  ...lineReader,
  async read(document, hints, profile) {
    if (document.text.startsWith('slow')) throw new ReaderStopped('page.too-slow', 'Reading the page took too long.');
    if (document.text.startsWith('defect')) throw new TypeError('a defect of ours');
    return lineReader.read(document, hints, profile);
  },
};

type Work = (event: SQSEvent) => Promise<ReadonlySet<string>>;

/** The emulated queue as it is deployed, with as many workers as may run at once; what each message takes moves the clock. */
function openQueue(clock: { now: number; spent: number }) {
  const db = openDatabase(':memory:');
  const queues = openQueues(db);
  const messages = openMessages(db, queues, makeBell(), () => clock.now);
  const deadLetterTargetArn = 'arn:aws:sqs:us-east-1:000000000000:dead';
  queues.create('dead', {});
  queues.create('incoming', {
    VisibilityTimeout: String(BUDGET.visibilityTimeoutS),
    RedrivePolicy: JSON.stringify({ deadLetterTargetArn, maxReceiveCount: BUDGET.maxReceives }),
  });
  const free = Array.from({ length: CONCURRENCY }, () => 0);
  return {
    send: (bodies: readonly string[]) =>
      db.transaction(() => bodies.forEach((body) => void messages.send('incoming', body))),
    dead: () => messages.receive('dead', Number.MAX_SAFE_INTEGER).map(({ body }) => body),
    /** Until nothing is left, or hidden. */
    async drain(work: Work) {
      for (let isOver = false; !isOver; ) {
        const next = free.indexOf(Math.min(...free));
        clock.now = Math.max(clock.now, free[next] ?? 0);
        clock.spent = 0;
        const batch = messages.receive('incoming', BUDGET.batchSize);
        const wake = batch.length > 0 ? null : messages.nextVisibleAt('incoming');
        isOver = batch.length === 0 && wake === null;
        const failed = batch.length === 0 ? new Set() : await work(eventOf(batch));
        for (const { id, receipt } of batch) if (!failed.has(id)) messages.remove('incoming', receipt);
        // Nothing to do: the worker sleeps until something shows itself again.
        free[next] = wake ?? clock.now + clock.spent;
      }
    },
  };
}

function countsOf(names: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries([...Map.groupBy(names, (name) => name)].map(([name, all]) => [name, all.length]));
}

function eventOf(batch: readonly Message[]): SQSEvent {
  const Records = batch.map((message) => ({
    ...{ messageId: message.id, receiptHandle: message.receipt, body: message.body, messageAttributes: {} },
    attributes: {
      ...{ SenderId: '', SentTimestamp: '', ApproximateFirstReceiveTimestamp: '' },
      ...systemAttributes(message),
      ApproximateReceiveCount: String(message.receiveCount),
    },
    ...{
      md5OfBody: message.md5,
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn:aws:sqs:::incoming',
      awsRegion: 'us-east-1',
    },
  }));
  return { Records };
}
