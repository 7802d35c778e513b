/** `wirefold show`: one article by its id, or what became of a file by its key in the bucket. */
import { objectName } from '../../shared/core/container-keys.ts';
import { findArticle, findObject, type ObjectState, type QueryPorts } from '../../shared/pipeline/query.ts';
import { findTakeDown, type TakeDown } from '../../shared/pipeline/query-take-downs.ts';
import { EXIT, type ExitCode, Stop } from '../exit.ts';
import type { Io } from '../io.ts';
import { addressHint } from '../not-there.ts';
import { articleLines } from '../output/article.ts';
import { containerLines } from '../output/container.ts';
import { sidecarLines } from '../output/sidecar.ts';
import { takenDownLines } from '../output/taken-down.ts';
import { safeJson, visible } from '../output/visible.ts';
import { lineWriter } from '../output/writer.ts';

const INCOMING = 'incoming/';

export async function show(name: string, options: { json: boolean }, ports: QueryPorts, io: Io): Promise<ExitCode> {
  const found = await find(keyOf(name), ports);
  if (found === null) {
    throw new Stop(
      EXIT.notFound,
      `Nothing is known of ${name}. ${addressHint(name) ?? `Ids begin with art_, keys with ${INCOMING}; see: wirefold list`}`,
    );
  }
  const writer = lineWriter(io.stdout);
  const asJson = options.json || !io.stdoutIsTerminal;
  const lines = asJson ? [safeJson(jsonOf(found))] : linesOf(found, io);
  for (const line of lines) await writer.line(line);
  return EXIT.ok;
}

/** `s3://bucket/incoming/a.zip#b.html` //=> `incoming/a.zip#b.html`: the store knows its bucket. */
function keyOf(name: string): string {
  return name.replace(/^s3:\/\/[a-z0-9.-]{1,255}\//, '');
}

type Found = ObjectState | TakenDownArticle;

/** By its id, which no key need go with. */
interface TakenDownArticle extends TakeDown {
  readonly state: 'taken-down';
}

async function find(name: string, ports: QueryPorts): Promise<Found | null> {
  if (name.startsWith('art_')) {
    const record = await findArticle(name, ports);
    if (record !== null) return { state: 'stored', record };
    const takeDown = await findTakeDown(name, ports.table);
    if (takeDown !== null) return { state: 'taken-down', ...takeDown };
  }
  return (
    (await findObject(name, ports)) ?? (name.startsWith(INCOMING) ? null : findObject(`${INCOMING}${name}`, ports))
  );
}

/** A record as it is; other states with their name, so that nobody takes them for one. */
function jsonOf(found: Found): unknown {
  if (found.state === 'stored') return found.record;
  return found.state === 'rejected' ? { state: found.state, ...found.rejection } : found;
}

function linesOf(found: Found, io: Io): readonly string[] {
  if (found.state === 'stored') return articleLines(found.record, io);
  if (found.state === 'taken-down') return takenDownLines(found);
  if (found.state === 'removed') return [`${visible(found.key)} was removed from the bucket at ${found.at}`];
  if (found.state === 'container') return containerLines(found);
  if (found.state === 'sidecar') return sidecarLines(found);
  const { key, member, code, message, changedAt } = found.rejection;
  return [`${visible(objectName({ key, member }))} was refused at ${changedAt}`, `  ${code}: ${visible(message)}`];
}
