/** `wirefold search`: every archived article that says a phrase, newest first. Promise: says so when the archive is behind. */
import { foldedPhrase } from '../../shared/core/archive/search-text.ts';
import { searchQuestion } from '../../shared/core/archive/sql.ts';
import { firstMissing } from '../../shared/pipeline/archive-lag.ts';
import type { OpenArchive } from '../archive/open.ts';
import { EXIT, type ExitCode, Stop } from '../exit.ts';
import type { Io } from '../io.ts';
import { daysOf } from '../selection.ts';
import { answer, type SqlOptions } from './sql.ts';

export interface SearchOptions extends SqlOptions {
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
  const { outlet = null, limit } = options;
  const { from, to } = daysOf({ from: options.from, to: options.to });
  // One more than is shown, so that it can be said that there are more.
  const question = searchQuestion({ phrase, from, to, outlet, limit: limit + 1 });
  const ended = await answer(question, options, archive.engine, io);
  const missing = await firstMissing(archive.ports);
  if (missing !== null)
    io.stderr.write(
      `The archive is behind: changes since ${missing.at} are not in it yet. It is written every few minutes.\n`,
    );
  return ended;
}
