/** `wirefold search`: every archived article that says a phrase, newest first. Promise: says so when the archive is behind. */

import type { OpenArchive } from '../../shared/archive/open.ts';
import { foldedPhrase } from '../../shared/core/archive/search-text.ts';
import { searchQuestion } from '../../shared/core/archive/sql.ts';
import type { DayRange } from '../../shared/core/day-range.ts';
import { firstMissing } from '../../shared/pipeline/archive-lag.ts';
import { outletInArchive } from '../../shared/pipeline/archive-outlets.ts';
import type { SqlEngine } from '../../shared/pipeline/sql-engine.ts';
import { EXIT, type ExitCode, Stop } from '../exit.ts';
import type { Io } from '../io.ts';
import { daysOf } from '../selection.ts';
import { answer, explained, type SqlOptions } from './sql.ts';

export interface SearchOptions extends SqlOptions {
  readonly day?: string | undefined;
  readonly month?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly outlet?: string | undefined;
}

/** Shorter ones stand in nearly every article. */
const FEWEST_CHARS = 2;

export async function search(phrase: string, options: SearchOptions, archive: OpenArchive, io: Io): Promise<ExitCode> {
  if (foldedPhrase(phrase).length < FEWEST_CHARS)
    throw new Stop(
      EXIT.usage,
      `A phrase has at least ${FEWEST_CHARS} characters. For example: wirefold search "fire in a quarry"`,
    );
  const { day, month, from, to, limit } = options;
  const days = daysOf({ day, month, from, to });
  const { outlet, engine } = await outletOf(options.outlet, days, archive.engine);
  // One more than is shown, so that it can be said that there are more.
  const ended = await answer(searchQuestion({ phrase, ...days, outlet, limit: limit + 1 }), options, engine, io);
  const missing = await firstMissing(archive.ports);
  if (missing !== null)
    io.stderr.write(
      `The archive is behind: changes since ${missing.at} are not in it yet. It is written every few minutes.\n`,
    );
  return ended;
}

/** The engine that goes with it adds what finding the outlet has read. */
async function outletOf(name: string | undefined, days: DayRange, engine: SqlEngine) {
  if (name === undefined) return { outlet: null, engine };
  const { spellings, scannedBytes } = await explained(() => outletInArchive(name, days, engine));
  const adding: SqlEngine = {
    close: engine.close,
    async ask(question, mostRows) {
      const answered = await engine.ask(question, mostRows);
      const bytes = answered.scannedBytes === null ? null : answered.scannedBytes + (scannedBytes ?? 0);
      return { ...answered, scannedBytes: bytes };
    },
  };
  return { outlet: spellings, engine: adding };
}
