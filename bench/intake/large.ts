/**
 * Containers of hundreds of mebibytes, split and opened member by member as `ingest` does it, without reading their articles: what memory that
 * takes, and how fast it is. `node bench/intake/large.ts --mib 300`, one kind alone: `--kind tar.gz`. Each kind has a process of its own, so that its peak is its own.
 */
import { spawnSync } from 'node:child_process';
import { type FileHandle, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { membersInside } from '../../shared/core/intake/containers/nested.ts';
import { LIMITS } from '../../shared/core/limits.ts';
import { Rejection } from '../../shared/core/rejection.ts';
import { tooLarge } from '../../shared/core/too-large.ts';
import type { RawObjects } from '../../shared/pipeline/ports.ts';
import { readPortion } from '../../shared/pipeline/read-portion.ts';
import { PORTION_SIZES } from '../../shared/pipeline/split.ts';
import { splitObject } from '../../shared/pipeline/split-any.ts';
import { KINDS, writeLarge } from './large-files.ts';

const { values: options } = parseArgs({
  options: { mib: { type: 'string', default: '300' }, kind: { type: 'string' }, file: { type: 'string' } },
});
/** Of the splitter, as the product promises. */
const MOST_MIB = 512;

function objectsOf(handle: FileHandle, size: number): RawObjects {
  const facts = { contentType: null, contentEncoding: null, etag: 'one', versionId: 'v1', metadata: {} };
  const slice: RawObjects['slice'] = async (_, __, from, until) => {
    const bytes = Buffer.alloc(Math.max(0, Math.min(until, size) - from));
    await handle.read(bytes, 0, bytes.length, from);
    return { ...facts, bytes, size, lastModified: '2026-01-01T00:00:00Z' };
  };
  return {
    slice,
    async read(ref, version) {
      if (size > LIMITS.objectBytes) throw tooLarge(size);
      return slice(ref, version, 0, size);
    },
  };
}

async function work(file: string): Promise<void> {
  await using handle = await open(file);
  const objects = objectsOf(handle, (await stat(file)).size);
  const ref = { bucket: 'local', key: file, member: null };
  const began = performance.now();
  const split = await splitObject(ref, 'v1', PORTION_SIZES, objects);
  const splitMs = performance.now() - began;
  const splitMib = process.resourceUsage().maxRSS / 1_024;
  let [opened, refused, longestMs] = [0, 0, 0];
  for (const portion of split?.portions ?? []) {
    const start = performance.now();
    const read = await readPortion(ref, portion, objects);
    for (const { member } of read?.placed ?? []) {
      for (const one of membersInside(member, null) ?? [member]) {
        try {
          one.open();
          opened += 1;
        } catch (error) {
          if (!(error instanceof Rejection)) throw error;
          refused += 1;
        }
      }
    }
    longestMs = Math.max(longestMs, performance.now() - start);
  }
  const peak = process.resourceUsage().maxRSS / 1_024;
  const seconds = (ms: number) => (ms / 1_000).toFixed(1);
  console.log(
    `  ${split?.facts.format}, ${split?.portions.length} messages; ${opened} opened, ${refused} refused; ` +
      `split in ${seconds(splitMs)} s with ${splitMib.toFixed(0)} MiB; longest message ${seconds(longestMs)} s; at most ${peak.toFixed(0)} MiB`,
  );
  if (peak > MOST_MIB) throw new Error(`More than ${MOST_MIB} MiB`);
}

if (options.file !== undefined) await work(options.file);
else
  for (const kind of KINDS.filter((one) => options.kind === undefined || one === options.kind)) {
    const file = path.join(tmpdir(), `wirefold-large-${process.pid}.${kind}`);
    try {
      const texts = await writeLarge(file, kind, Number(options.mib));
      const { size } = await stat(file);
      console.log(`${kind}: ${texts} texts, ${(size / 1024 / 1024).toFixed(0)} MiB`);
      const { status } = spawnSync(process.execPath, [import.meta.filename, '--file', file], { stdio: 'inherit' });
      if (status !== 0) process.exitCode = 1;
    } finally {
      await rm(file, { force: true });
    }
  }
