/** `wirefold diff`: what changed between two versions of an article, paragraph by paragraph and word by word. */

import { type Revision, revisionOf } from '../../shared/core/copies/revision.ts';
import type { ArticleRecord } from '../../shared/core/record.ts';
import {
  type ArticleVersion,
  listVersions,
  readVersion,
  type VersionPorts,
} from '../../shared/pipeline/query-versions.ts';
import { EXIT, type ExitCode, Stop } from '../exit.ts';
import { failureInWords } from '../failure.ts';
import type { Io } from '../io.ts';
import { paints } from '../output/paints.ts';
import { revisionLines, TEXT_COLUMNS } from '../output/revision.ts';
import { safeJson } from '../output/visible.ts';
import { lineWriter } from '../output/writer.ts';

export interface DiffOptions {
  readonly json: boolean;
  /** Numbers from 1; null: the last but one, and the last. */
  readonly from: number | null;
  readonly to: number | null;
}

export async function diff(id: string, options: DiffOptions, ports: VersionPorts, io: Io): Promise<ExitCode> {
  const versions = await listVersions(id, ports.table);
  if (versions.length === 0)
    throw new Stop(EXIT.notFound, `There is no article ${id}. Ids begin with art_; see: wirefold list`);
  if (versions.length === 1 && options.from === null)
    throw new Stop(EXIT.notFound, `${id} has one version so far: there is nothing to compare it with`);
  const from = versionAt(id, versions, options.from ?? Math.max(1, versions.length - 1));
  const to = versionAt(id, versions, options.to ?? versions.length);
  const [old, young] = [await textOf(from, ports), await textOf(to, ports)];
  const revision = revisionOf(wordsOf(old), wordsOf(young));
  const writer = lineWriter(io.stdout);
  const asJson = options.json || !io.stdoutIsTerminal;
  const lines = asJson
    ? [safeJson({ id, from, to, ...revision })]
    : linesOf(id, versions.length, from, to, revision, io);
  for (const line of lines) if (!(await writer.line(line))) break;
  return EXIT.ok;
}

function versionAt(id: string, versions: readonly ArticleVersion[], number: number): ArticleVersion {
  const found = versions[number - 1];
  if (found !== undefined) return found;
  const has = versions.length === 1 ? 'one version' : `versions 1 to ${versions.length}`;
  throw new Stop(EXIT.notFound, `${id} has no version ${number}; it has ${has}`);
}

async function textOf(version: ArticleVersion, ports: VersionPorts): Promise<ArticleRecord> {
  const record = await readVersion(version, ports).catch((cause: unknown) => {
    throw new Stop(EXIT.someFailed, `version ${version.version} (${version.key}): ${failureInWords(cause)}`, { cause });
  });
  if (record !== null) return record;
  throw new Stop(
    EXIT.notFound,
    `The bucket no longer has the bytes of version ${version.version} (${version.key}, ${version.versionId})`,
  );
}

function wordsOf({ headline, body }: ArticleRecord) {
  return { headline, paragraphs: body.map((part) => part.text) };
}

function linesOf(
  id: string,
  count: number,
  from: ArticleVersion,
  to: ArticleVersion,
  revision: Revision,
  io: Io,
): readonly string[] {
  const { revisionClass } = revision;
  const dated = ({ version, at }: ArticleVersion) => `version ${version} (${at})`;
  const says = revisionClass === null ? 'nothing that a reader would see has changed' : revisionClass;
  return [
    `${id}, ${count} version${count === 1 ? '' : 's'}: ${dated(from)} to ${dated(to)}`,
    `change: ${says}`,
    '',
    ...revisionLines(revision, Math.min(io.columns, TEXT_COLUMNS), paints(io.color)),
  ];
}
