/** `wirefold add`: files into the bucket, where they are ingested. Promise: names stay, so the same file again is a revision. */

import type { RemoteStore } from '../../shared/aws/store.ts';
import { MAPPING_NAME } from '../../shared/core/intake/formats/mapping.ts';
import { LIMITS } from '../../shared/core/limits.ts';
import { EXIT, type ExitCode, Stop } from '../exit.ts';
import { failureInWords } from '../failure.ts';
import { headerSafe } from '../header-safe.ts';
import type { Io } from '../io.ts';
import { mappingHeader } from '../mapping.ts';
import { inOrder } from '../ordered.ts';
import { openOutput } from '../output/output.ts';
import { progress } from '../output/progress.ts';
import type { Column } from '../output/table.ts';
import { allInputs, type Input } from '../paths.ts';

/** What the user says about the article; each becomes `x-amz-meta-*`. */
export interface AddFacts {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly guid?: string | undefined;
  readonly capturedAt?: string | undefined;
  readonly publisher?: string | undefined;
  readonly language?: string | undefined;
  /** Path of a file. */
  readonly mapping?: string | undefined;
}

export interface AddOptions extends AddFacts {
  readonly json: boolean;
}

interface Added {
  readonly path: string;
  readonly key: string;
  readonly versionId: string | null;
  readonly bytes: number;
}

const COLUMNS: readonly Column[] = [
  { title: 'File', max: 60, flexible: true, keepEnd: true },
  { title: 'Key in the bucket', max: 80, flexible: true, keepEnd: true },
  { title: 'Bytes', max: 10 },
];
const UPLOADS_AT_ONCE = 8;
/** Held in memory while it is sent; what is larger goes by a client that sends in parts, such as `aws s3 cp`. */
const MOST_BYTES = 1024 ** 3;

export async function add(
  paths: readonly string[],
  options: AddOptions,
  store: Pick<RemoteStore, 'upload'>,
  io: Io,
): Promise<ExitCode> {
  const all = await allInputs(paths, io.base, io.stdin);
  refuseSharedNames(all, options);
  const bar = progress(io, all.length);
  const row = ({ path, key, bytes }: Added) => [path, key, String(bytes)];
  const output = openOutput<Added>(COLUMNS, row, options, io);
  const metadata = await sentWith(options, io);
  let failed = 0;
  const upload = oneLargeAtATime((input: Input) => attempt(input, metadata, store));
  for await (const result of inOrder(all, UPLOADS_AT_ONCE, upload)) {
    bar.done();
    if (typeof result !== 'string') await output.item(result);
    else {
      failed += 1;
      bar.note(result);
    }
  }
  bar.stop();
  await output.end();
  return failed === 0 ? EXIT.ok : EXIT.someFailed;
}

/** All metadata that goes with each of the files. */
export async function sentWith(
  options: AddFacts & Pick<AddOptions, 'mapping'>,
  io: Io,
): Promise<Readonly<Record<string, string>>> {
  const mapping = await mappingHeader(options.mapping, io);
  return { ...metadataOf(options), ...(mapping === undefined ? {} : { [MAPPING_NAME]: mapping }) };
}

/** One name for two files would fold two articles into one. */
function refuseSharedNames(all: readonly Input[], { id, url, guid }: AddFacts): void {
  const named = id !== undefined || url !== undefined || guid !== undefined;
  if (named && all.length > 1)
    throw new Stop(EXIT.usage, '--id, --url and --guid name one article: add one file at a time');
}

/** Containers of hundreds of megabytes wait for one another; other files do not. */
function oneLargeAtATime(work: (input: Input) => Promise<Added | string>): typeof work {
  let before: Promise<unknown> = Promise.resolve();
  return async (input) => {
    // What is wrong with a file is said by reading it.
    const size = await input.size().catch(() => null);
    if (size === null || size <= LIMITS.objectBytes) return work(input);
    const turn = before.then(() => work(input));
    before = turn.catch(() => undefined);
    return turn;
  };
}

/** What was added, or what to tell the user. */
async function attempt(
  input: Input,
  metadata: Record<string, string>,
  store: Pick<RemoteStore, 'upload'>,
): Promise<Added | string> {
  const read = await input.read(MOST_BYTES).catch((error: unknown) => `${input.path}: ${failureInWords(error)}`);
  if (typeof read === 'string') return read;
  const key = `incoming/${input.relative}`;
  const { versionId } = await store.upload({ key, bytes: read, metadata });
  return { path: input.path, key, versionId, bytes: read.length };
}

export function metadataOf(facts: AddFacts): Record<string, string> {
  const named = {
    id: facts.id,
    url: facts.url,
    guid: facts.guid,
    'captured-at': facts.capturedAt,
    publisher: facts.publisher,
    language: facts.language,
  };
  return Object.fromEntries(
    Object.entries(named).flatMap(([name, value]) => (value === undefined ? [] : [[name, headerSafe(value)]])),
  );
}
