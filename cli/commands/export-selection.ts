/** Which articles `wirefold export` means. In: ids and options. Out: ids of articles. Promise: an unknown name ends as not found. */
import { Rejection } from '../../shared/core/rejection.ts';
import type { QueryPorts } from '../../shared/pipeline/query.ts';
import { idsOfEvent, idsOfStory } from '../../shared/pipeline/select-articles.ts';
import { cutIdHint } from '../cut-id.ts';
import { EXIT, Stop } from '../exit.ts';
import type { Io } from '../io.ts';
import { linesOf } from '../lines.ts';

export interface Selection {
  readonly story?: string | undefined;
  readonly event?: string | undefined;
}

/** Ids first, in the order given, then the story, the event. What is named twice comes twice. */
export async function* selectedIds(
  names: readonly string[],
  { story, event }: Selection,
  ports: QueryPorts,
  io: Pick<Io, 'base' | 'stdin'>,
): AsyncGenerator<string> {
  for (const name of names) {
    if (name === '-') yield* idsFromLines(io);
    else if (name.startsWith('art_')) yield name;
    else yield* await namedList(name, ports);
  }
  if (story !== undefined) yield* known(story, await idsOfStory(story, ports));
  if (event !== undefined) yield* known(event, await idsOfEvent(event, ports));
}

async function namedList(name: string, ports: QueryPorts): Promise<readonly string[]> {
  if (name.startsWith('sty_')) return known(name, await idsOfStory(name, ports));
  if (name.startsWith('evt_')) return known(name, await idsOfEvent(name, ports));
  throw new Stop(EXIT.usage, `"${name}" is no id. Ids begin with art_, sty_ or evt_; see: wirefold list`);
}

function known(name: string, ids: readonly string[] | null): readonly string[] {
  if (ids === null) throw new Stop(EXIT.notFound, `Nothing is known of ${name}; see: wirefold list${cutIdHint(name)}`);
  return ids;
}

/** One id a line, or what other verbs print: JSON Lines with an `id` (or, from the change log, an `articleId`). */
async function* idsFromLines({ base, stdin }: Pick<Io, 'base' | 'stdin'>): AsyncGenerator<string> {
  try {
    for await (const line of linesOf('-', base, stdin)) {
      const id = idOf(line.trim());
      if (id !== null) yield id;
    }
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    throw new Stop(EXIT.someFailed, `standard input: ${error.message}`, { cause: error });
  }
}

/** Null for an empty line and for one that says something else, such as the cursor at the end of a list. */
function idOf(line: string): string | null {
  if (line === '' || line.startsWith('art_')) return line || null;
  try {
    const value: unknown = JSON.parse(line);
    const { id, articleId } = Object(value);
    return [id, articleId].find((each) => typeof each === 'string' && each.startsWith('art_')) ?? null;
  } catch (cause) {
    throw new Stop(EXIT.usage, 'Standard input holds one id a line, or JSON Lines with an id', { cause });
  }
}
