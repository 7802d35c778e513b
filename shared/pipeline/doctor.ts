/**
 * Is a store well? In: its queues, its table and who measures it. Out: one verdict for each thing that is looked at, in words that say what to
 * do. Promise: looking changes nothing; what cannot be looked at is said, and never taken for well.
 */
import type { OutletSilence } from '../core/outlet-silence.ts';
import type { Table } from './ports.ts';
import type { Queues } from './queue-ports.ts';
import { silentOutlets } from './silent-outlets.ts';
import type { Watch } from './watch-ports.ts';

export interface Verdict {
  readonly what: string;
  readonly verdict: 'well' | 'wrong' | 'unknown';
  readonly says: string;
}

export interface DoctorPorts {
  readonly queues: Pick<Queues, 'incoming'> & {
    readonly uploads: Pick<Queues['uploads'], 'count'>;
    readonly stream: Pick<Queues['stream'], 'count'>;
  };
  readonly table: Pick<Table, 'get' | 'query'>;
  /** Outlets whose silence is told. */
  readonly watched: readonly OutletSilence[];
  /** ISO 8601 instant. */
  readonly clock: () => string;
  /** Throws when the bucket may not be listed, or is gone. */
  readonly bucket: () => Promise<unknown>;
  /** What keeps the bucket from telling the queue of every version of an upload, and what to do; none: it does. Null for a local run. */
  readonly wiring: (() => Promise<readonly string[]>) | null;
  /** Null for a local run. */
  readonly watch: Watch | null;
  /** Why something could not be looked at, for a person. */
  readonly inWords: (error: unknown) => string;
}

/** As the alarms of the stack have it. */
const OLDEST_S = 900;
const BEHIND_MS = 3_600_000;
const MINUTE_S = 60;

type Look = (ports: DoctorPorts) => Promise<Omit<Verdict, 'what'> | null>;

const LOOKS: readonly (readonly [string, Look])[] = [
  ['bucket', bucketIsHeard],
  ['table', async ({ table }) => table.query(ANY).then(() => well('it answers'))],
  ['uploads that wait', async ({ queues }) => well(counted(await queues.incoming.waiting(), 'message'))],
  ['dead uploads', async ({ queues }) => dead(await queues.uploads.count())],
  ['dead changes of rows', async ({ queues }) => dead(await queues.stream.count())],
  ['oldest upload', oldest],
  ['errors of functions', errors],
  ['throttling', throttles],
  ['lag behind the stream', lag],
  ['alarms', alarms],
  ['watched outlets', outlets],
];

const ANY = { pk: 'directory', prefix: '', after: null, newestFirst: false, limit: 1 };

/** In the order of the flow. What is not measured where the store runs is left out. */
export async function* examine(ports: DoctorPorts): AsyncGenerator<Verdict> {
  for (const [what, look] of LOOKS) {
    const verdict = await look(ports).catch((error: unknown) => unknown(ports.inWords(error)));
    if (verdict !== null) yield { what, ...verdict };
  }
}

const well = (says: string) => ({ verdict: 'well', says }) as const;
const wrong = (says: string) => ({ verdict: 'wrong', says }) as const;
const unknown = (says: string) => ({ verdict: 'unknown', says }) as const;
const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

function dead(count: number) {
  if (count === 0) return well('none');
  return wrong(`${counted(count, 'dead letter')}. Why: wirefold failed. Once mended: wirefold failed --retry`);
}

async function bucketIsHeard({ bucket, wiring }: DoctorPorts) {
  await bucket();
  const problems = wiring === null ? [] : await wiring();
  if (problems.length > 0) return wrong(problems.join('. '));
  return well(wiring === null ? 'it is there' : 'it is there, keeps versions, and tells the queue');
}

async function outlets({ watched, table, clock }: DoctorPorts) {
  if (watched.length === 0) return null;
  const silent = await silentOutlets(watched, { table, clock });
  if (silent.length === 0) return well(`${counted(watched.length, 'outlet')} published as usual`);
  const each = silent.map(
    ({ outlet, hours, lastAt }) => `${outlet}: ${lastAt ?? 'never'} (may be silent for ${hours} h)`,
  );
  return wrong(`silent since ${each.join(', ')}. Does what feeds them still run?`);
}

async function oldest({ watch }: DoctorPorts) {
  if (watch === null) return null;
  const seconds = await watch.oldestUploadS();
  if (seconds === null) return well('none waited');
  const minutes = `waited ${Math.round(seconds / MINUTE_S)} minutes`;
  if (seconds <= OLDEST_S) return well(minutes);
  return wrong(`${minutes}: Ingest fails, or more arrives than maxConcurrency lets it work on`);
}

async function errors({ watch }: DoctorPorts) {
  if (watch === null) return null;
  const failing = (await watch.functions()).filter((one) => one.errors > 0);
  if (failing.length === 0) return well('none within the hour');
  return wrong(`${failing.map((one) => `${one.role}: ${one.errors}`).join(', ')} within the hour. Their logs say why`);
}

async function throttles({ watch }: DoctorPorts) {
  if (watch === null) return null;
  const held = (await watch.functions()).filter((one) => one.throttles > 0);
  if (held.length === 0) return well('none within the hour');
  const names = held.map((one) => `${one.role}: ${one.throttles}`).join(', ');
  return wrong(
    `${names} within the hour: the account may run no more at once. Ask AWS for more, or lower maxConcurrency`,
  );
}

async function lag({ watch }: DoctorPorts) {
  if (watch === null) return null;
  const behind = (await watch.functions()).filter(({ behindMs }) => (behindMs ?? 0) > BEHIND_MS);
  if (behind.length === 0) return well('under an hour');
  const names = behind.map(({ role }) => role).join(', ');
  return wrong(`${names} is over an hour behind; the stream forgets after 24 hours. Its log says why`);
}

async function alarms({ watch }: DoctorPorts) {
  if (watch === null) return null;
  const raised = await watch.alarms();
  if (raised.length === 0) return well('none is raised');
  return wrong(raised.map(({ name, says }) => `${name}: ${says}`).join(' '));
}
