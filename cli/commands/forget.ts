/**
 * `wirefold forget`: takes an article down for good, and gives a receipt. Promise: shows first what is meant; writes the tombstone
 * before anything is removed; run again after a crash, it finishes what is left.
 */
import { STORE_LIMITS } from '../../shared/core/store-limits.ts';
import { type Plan, planTakeDown } from '../../shared/pipeline/plan-take-down.ts';
import { type Elsewhere, purgeElsewhere } from '../../shared/pipeline/purge-elsewhere.ts';
import type { PurgePorts } from '../../shared/pipeline/purge-object.ts';
import { type SettlePorts, settleTaken } from '../../shared/pipeline/settle-taken.ts';
import { takeDown } from '../../shared/pipeline/take-down.ts';
import { undoTakeDown } from '../../shared/pipeline/undo-take-down.ts';
import { isConfirmed } from '../confirm.ts';
import { EXIT, type ExitCode, Stop } from '../exit.ts';
import type { Io } from '../io.ts';
import { namedArticle } from '../named-article.ts';
import { type Receipt, receiptLines, receiptOf } from '../output/receipt.ts';
import { takenDownLines } from '../output/taken-down.ts';
import { safeJson } from '../output/visible.ts';
import { lineWriter } from '../output/writer.ts';

export interface ForgetOptions {
  readonly reason: string;
  readonly copies: boolean;
  readonly dryRun: boolean;
  readonly yes: boolean;
  readonly undo: boolean;
  readonly json: boolean;
}

export interface ForgetPorts extends PurgePorts, SettlePorts {
  /** Every one is asked for every article. */
  readonly elsewhere: readonly Elsewhere[];
}

export async function forget(name: string, options: ForgetOptions, ports: ForgetPorts, io: Io): Promise<ExitCode> {
  checkReason(options.reason);
  const articleId = await namedArticle(name, ports.table);
  if (articleId === null)
    throw new Stop(
      EXIT.notFound,
      `Nothing is known of ${name}. It is an id (art_…), a URL or a key in the bucket; see: wirefold list`,
    );
  if (options.undo) return undo(articleId, options, ports, io);
  const at = io.now().toISOString();
  const plan = await planTakeDown({ articleId, reason: options.reason, copies: options.copies, at }, ports.table);
  if (plan === null) throw new Stop(EXIT.notFound, `Nothing is stored of ${name}, and nothing was. See: wirefold list`);
  if (options.dryRun) return say(receiptOf(plan, null, name), options, io);
  await checkWish(plan, name, options, io);
  const taken = await takeDown(plan.decisions, ports);
  await settleTaken(plan, taken, ports);
  const articleIds = plan.decisions.map((decision) => decision.articleId);
  const elsewhere = await purgeElsewhere(articleIds, ports.elsewhere);
  return say(receiptOf(plan, { ...taken, elsewhere }, name), options, io);
}

function checkReason(reason: string): void {
  if (reason.trim() === '' || reason.length > STORE_LIMITS.reasonChars)
    throw new Stop(
      EXIT.usage,
      `--reason is a sentence of at most ${STORE_LIMITS.reasonChars} characters: it stays when the article is gone`,
    );
}

/** What cannot be brought back is not done by a slip of the hand. */
async function checkWish(plan: Plan, name: string, { yes }: ForgetOptions, io: Io): Promise<void> {
  if (yes) return;
  if (!io.stdoutIsTerminal)
    throw new Stop(EXIT.usage, 'This cannot be brought back. Look at it with --dry-run, then run it with --yes');
  for (const line of receiptLines(receiptOf(plan, null, name))) io.stdout.write(`${line}\n`);
  if (!(await isConfirmed('This cannot be brought back. Type yes to go on: ', io)))
    throw new Stop(EXIT.someFailed, 'Nothing was changed');
}

async function undo(articleId: string, options: ForgetOptions, ports: ForgetPorts, io: Io): Promise<ExitCode> {
  const at = io.now().toISOString();
  const stone = await undoTakeDown({ articleId, reason: options.reason, at }, ports);
  if (stone === null) throw new Stop(EXIT.notFound, `${articleId} is not taken down`);
  const takeDown = { articleId, at: stone.at, reason: stone.reason, lifted: stone.lifted };
  const lines = [...takenDownLines(takeDown), '  What is gone stays gone: upload it again to have it back'];
  return write(takeDown, lines, options, io);
}

function say(receipt: Receipt, options: ForgetOptions, io: Io): Promise<ExitCode> {
  return write(receipt, receiptLines(receipt), options, io);
}

async function write(value: unknown, lines: readonly string[], options: ForgetOptions, io: Io): Promise<ExitCode> {
  const writer = lineWriter(io.stdout);
  const asJson = options.json || !io.stdoutIsTerminal;
  for (const line of asJson ? [safeJson(value)] : lines) await writer.line(line);
  return EXIT.ok;
}
