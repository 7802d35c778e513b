/** `wirefold explain`: why each line of a file is, or is not, part of the article, and where each field came from. */
import { readDocument } from '../../shared/core/article.ts';
import { hintsFor, NO_HINTS, type OutletProfile } from '../../shared/core/document.ts';
import { explain as explainReading } from '../../shared/core/explain.ts';
import type { Mapping } from '../../shared/core/intake/formats/mapping.ts';
import { openDocument } from '../../shared/core/intake/open.ts';
import { withText } from '../../shared/workers/pdf-document.ts';
import { EXIT, type ExitCode, Stop } from '../exit.ts';
import { failureInWords } from '../failure.ts';
import type { Io } from '../io.ts';
import { readMappingFile } from '../mapping.ts';
import { readOutlet } from '../outlet.ts';
import { explanationLines } from '../output/explanation.ts';
import { safeJson } from '../output/visible.ts';
import { lineWriter } from '../output/writer.ts';
import { allInputs } from '../paths.ts';

/** Reads in this process, unlike `clean`: a page made to spin can be stopped by whoever looks at it. */
export async function explain(
  path: string,
  options: { json: boolean; outlet?: string; mapping?: string },
  io: Io,
): Promise<ExitCode> {
  const [input, second] = await allInputs([path], io.base, io.stdin);
  if (input === undefined || second !== undefined)
    throw new Stop(EXIT.usage, `explain takes one file; ${path} is a folder`);
  const profile = await readOutlet(options.outlet, io);
  const mapping = await readMappingFile(options.mapping, io);
  const explanation = await read(path, { profile, mapping }, () => input.read());
  const writer = lineWriter(io.stdout);
  const asJson = options.json || !io.stdoutIsTerminal;
  const lines = asJson ? [safeJson({ path, ...explanation })] : explanationLines(explanation, io);
  for (const line of lines) if (!(await writer.line(line))) break;
  return EXIT.ok;
}

interface Known {
  readonly profile: OutletProfile;
  readonly mapping: Mapping | null;
}

async function read(path: string, { profile, mapping }: Known, bytes: () => Promise<Uint8Array>) {
  try {
    const document = await withText(
      openDocument(await bytes(), { contentType: null, contentEncoding: null, name: path, mapping }),
    );
    return explainReading(readDocument(document, hintsFor(document, NO_HINTS), profile));
  } catch (error) {
    throw new Stop(EXIT.someFailed, `${path}: ${failureInWords(error)}`, { cause: error });
  }
}
