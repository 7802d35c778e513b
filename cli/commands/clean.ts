/** `wirefold clean`: files in, records out. Promise: order of the input, one bad file harms no other, no store is touched. */
import { availableParallelism } from 'node:os';
import { EXPORT_FORMATS, type ExportFormatName } from '../../shared/core/exports/formats.ts';
import type { ArticleRecord } from '../../shared/core/record.ts';
import { cleanBytes, type FileFacts } from '../../shared/pipeline/clean.ts';
import type { Reader } from '../../shared/pipeline/ports.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { failureInWords } from '../failure.ts';
import type { Io } from '../io.ts';
import { readMappingFile } from '../mapping.ts';
import { inOrder } from '../ordered.ts';
import { readOutlet } from '../outlet.ts';
import { CLEANED_COLUMNS, cleanedRow } from '../output/cleaned.ts';
import { openExport } from '../output/exported.ts';
import { type Output, openOutput } from '../output/output.ts';
import { type Progress, progress } from '../output/progress.ts';
import { allInputs, type Input } from '../paths.ts';
import { patiently } from '../patiently.ts';

/** Pages wait for their worker, so a few more than there are processors; memory grows with it. */
const MAX_AT_ONCE = 8;

type Cleaned =
  | { readonly ok: true; readonly record: ArticleRecord }
  | { readonly ok: false; readonly path: string; readonly message: string };

export async function clean(
  paths: readonly string[],
  options: { json: boolean; outlet?: string; mapping?: string; format?: ExportFormatName },
  reader: Reader,
  io: Io,
): Promise<ExitCode> {
  const known = { profile: await readOutlet(options.outlet, io), mapping: await readMappingFile(options.mapping, io) };
  const all = await allInputs(paths, io.base, io.stdin);
  const bar = progress(io, all.length);
  const output = outputOf(options, all.length === 1, io);
  const width = Math.min(MAX_AT_ONCE, availableParallelism() + 1);
  const failed = await work(
    inOrder(all, width, (input) => attempt(input, known, reader, io.now())),
    output,
    bar,
  );
  bar.stop();
  await output.end();
  return failed === 0 ? EXIT.ok : EXIT.someFailed;
}

function outputOf(
  options: { json: boolean; format?: ExportFormatName },
  isOne: boolean,
  io: Io,
): Output<ArticleRecord> {
  if (options.format === undefined) return openOutput(CLEANED_COLUMNS, cleanedRow, options, io);
  return openExport(EXPORT_FORMATS[options.format], isOne, io);
}

/** How many failed. Ends early when nobody reads the output any more. */
async function work(results: AsyncIterable<Cleaned>, output: Output<ArticleRecord>, bar: Progress): Promise<number> {
  let failed = 0;
  for await (const result of results) {
    bar.done();
    if (result.ok) {
      if (!(await output.item(result.record))) return failed;
    } else {
      failed += 1;
      bar.note(`${result.path}: ${result.message}`);
    }
  }
  return failed;
}

type Known = Pick<FileFacts, 'profile' | 'mapping'>;

async function attempt(input: Input, known: Known, reader: Reader, now: Date): Promise<Cleaned> {
  try {
    // Standard input has no time of writing; the record needs one only when the page has no date of its own.
    const modifiedAt = ((await input.modified()) ?? now).toISOString();
    const bytes = await input.read();
    return {
      ok: true,
      record: await patiently(() => cleanBytes(bytes, { path: input.path, modifiedAt, ...known }, reader)),
    };
  } catch (error) {
    return { ok: false, path: input.path, message: failureInWords(error) };
  }
}
