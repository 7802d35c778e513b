/**
 * Once a day, a pass over all days that have several small files. Promise: a pass that runs out of time goes on where it stopped;
 * its place is only a hint, so losing it costs a second look.
 */
import { z } from 'zod';
import { COMPACTION_KEY } from '../core/archive/keys.ts';
import { ARCHIVE_LIMITS } from '../core/archive/limits.ts';
import { filesByDay } from './archive-list.ts';
import type { ArchivePorts, IsLate } from './archive-ports.ts';
import { compactDay } from './compact-day.ts';

const Pass = z.object({ date: z.string(), after: z.string().nullable(), done: z.boolean() });
type Pass = z.infer<typeof Pass>;

export interface CompactionReport {
  readonly days: number;
  /** Files before and after, of the days that were merged. */
  readonly from: number;
  readonly to: number;
}

type Ports = Pick<ArchivePorts, 'table' | 'files' | 'now'>;

/** Null when today's pass is over. */
export async function compactArchive(ports: Ports, isLate: IsLate): Promise<CompactionReport | null> {
  const date = new Date(ports.now()).toISOString().slice(0, 10);
  const pass = await readPass(date, ports);
  if (pass.done) return null;
  let report = { days: 0, from: 0, to: 0 };
  let seen = 0;
  for await (const day of filesByDay(pass.after, ports.files)) {
    const merged = await compactDay(day, ports.files);
    if (merged !== null) report = { days: report.days + 1, from: report.from + merged.from, to: report.to + merged.to };
    seen += 1;
    const late = isLate();
    if (late || seen % ARCHIVE_LIMITS.notedDays === 0) await note({ date, after: day.day, done: false }, ports);
    if (late) return report;
  }
  await note({ date, after: null, done: true }, ports);
  return report;
}

async function readPass(date: string, { table }: Ports): Promise<Pass> {
  const item = await table.get(COMPACTION_KEY);
  const pass = item === null ? null : Pass.parse(item);
  // What yesterday's pass did not reach is looked at first.
  if (pass === null || (pass.done && pass.date !== date)) return { date, after: null, done: false };
  return pass;
}

async function note(pass: Pass, { table }: Ports): Promise<void> {
  await table.put({ ...COMPACTION_KEY, ...pass }, null);
}
