/** `wirefold versions`: what an article said when: one line for each text that its publisher gave it. */
import { type ArticleVersion, listVersions, type VersionPorts } from '../../shared/pipeline/query-versions.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { notThere } from '../not-there.ts';
import { openOutput } from '../output/output.ts';
import type { Column } from '../output/table.ts';

const COLUMNS: readonly Column[] = [
  { title: 'Version', max: 7 },
  { title: 'Stored', max: 19 },
  { title: 'Captured', max: 19 },
  { title: 'Key', max: 60, flexible: true, keepEnd: true },
  { title: 'S3 version', max: 40 },
];

export async function versions(
  id: string,
  options: { json: boolean },
  table: VersionPorts['table'],
  io: Io,
): Promise<ExitCode> {
  const found = await listVersions(id, table);
  if (found.length === 0)
    throw await notThere(id, `There is no article ${id}. Ids begin with art_; see: wirefold list`, table);
  const output = openOutput<ArticleVersion>(COLUMNS, row, options, io);
  for (const version of found) if (!(await output.item(version))) return EXIT.ok;
  await output.end();
  return EXIT.ok;
}

function row({ version, at, capturedAt, key, versionId }: ArticleVersion): readonly string[] {
  return [String(version), second(at), capturedAt === null ? '-' : second(capturedAt), key, versionId ?? '-'];
}

/** `2026-01-02T10:00:00.000Z` //=> `2026-01-02 10:00:00` */
function second(instant: string): string {
  return instant.slice(0, 19).replace('T', ' ');
}
