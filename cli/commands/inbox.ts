/** `wirefold inbox`: every file that was dropped, with what became of it; or the members of one container. */
import { objectName } from '../../shared/core/container-keys.ts';
import { type LedgerEntry, type LedgerPorts, ledger, memberLedger } from '../../shared/pipeline/ledger.ts';
import type { LedgerState } from '../../shared/pipeline/ledger-states.ts';
import { listRemoved } from '../../shared/pipeline/query.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { openOutput } from '../output/output.ts';
import type { Column } from '../output/table.ts';

export interface InboxOptions {
  readonly state?: LedgerState | undefined;
  /** ISO 8601 instant. */
  readonly since?: string | undefined;
  readonly prefix?: string | undefined;
  readonly container?: string | undefined;
  readonly limit: number;
  readonly json: boolean;
}

const INCOMING = 'incoming/';
const COLUMNS: readonly Column[] = [
  { title: 'File', max: 60, flexible: true, keepEnd: true },
  { title: 'State', max: 10 },
  { title: 'When', max: 16 },
  { title: 'Records', max: 7 },
  { title: 'Why, or what was made of it', max: 100, flexible: true },
];

export async function inbox(options: InboxOptions, ports: LedgerPorts, io: Io): Promise<ExitCode> {
  const output = openOutput<LedgerEntry>(COLUMNS, rowOf, options, io);
  let left = options.limit;
  let isCut = false;
  for await (const entry of entriesOf(options, ports)) {
    if (!isMeant(entry, options)) continue;
    isCut = left === 0;
    if (isCut || !(await output.item(entry))) break;
    left -= 1;
  }
  await output.end();
  if (isCut) io.stderr.write(`There are more; see them with: --limit ${options.limit * 10}\n`);
  return EXIT.ok;
}

function entriesOf({ container, prefix, state }: InboxOptions, ports: LedgerPorts): AsyncIterable<LedgerEntry> {
  if (container !== undefined) return memberLedger(keyOf(container), ports);
  if (state === 'removed') return removed(ports);
  const files = ledger(keyOf(prefix ?? ''), ports);
  return state === 'rejected' ? withRejectedMembers(files, ports) : files;
}

/** Behind each container those of its members that were refused: nothing else that is asked for by this state would name them. */
async function* withRejectedMembers(
  files: AsyncIterable<LedgerEntry>,
  ports: LedgerPorts,
): AsyncGenerator<LedgerEntry> {
  for await (const entry of files) {
    yield entry;
    if ((entry.members?.rejected ?? 0) > 0) yield* memberLedger(entry.key, ports, 'rejected');
  }
}

/** They are not in the bucket any more, so the list of removals says which they were. */
async function* removed(ports: LedgerPorts): AsyncGenerator<LedgerEntry> {
  for (let cursor: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof listRemoved>> = await listRemoved({ limit: 100, cursor }, ports);
    const nothing = { member: null, code: null, message: null, articleId: null, records: 0, members: null } as const;
    for (const { state, key, at } of page.items) yield { state, key, at, ...nothing };
    cursor = page.cursor;
    if (cursor === null) return;
  }
}

function keyOf(name: string): string {
  return name.startsWith(INCOMING) ? name : `${INCOMING}${name}`;
}

function isMeant(entry: LedgerEntry, { state, since }: InboxOptions): boolean {
  if (state !== undefined && entry.state !== state) return false;
  return since === undefined || entry.at === null || entry.at >= since;
}

function rowOf(entry: LedgerEntry): readonly string[] {
  const { state, at, records } = entry;
  return [objectName(entry), state, at?.slice(0, 16).replace('T', ' ') ?? '-', String(records), toldOf(entry)];
}

function toldOf({ code, message, articleId, members }: LedgerEntry): string {
  if (code !== null) return `${code}: ${message}`;
  if (members === null) return articleId ?? '';
  const { found, rejected, pending } = members;
  return `${found} members, ${rejected} rejected, ${pending} pending`;
}
