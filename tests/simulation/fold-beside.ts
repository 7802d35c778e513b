/** The right answer for metadata beside files: how each file is read with them, and what its item says of them. In: facts. Out: facts, items. */
import { NO_HINTS } from '../../shared/core/document.ts';
import { shortHash } from '../../shared/core/short-hash.ts';
import type { Fact } from './fold.ts';
import { Contents, Held, Told } from './fold-reading.ts';

type Plain = Record<string, unknown>;
type Objects = ReadonlyMap<string, readonly Fact[]>;

const SUFFIX = '.meta.json';
const idOf = (key: string) => shortHash(`${key}\0`);

/** The newest of what is beside it decides, whatever was there before. */
export function heedingBeside(objects: Objects): Objects {
  return new Map([...objects].map(([id, facts]) => [id, heeding(facts, objects)] as const));
}

function heeding(facts: readonly Fact[], objects: Objects): readonly Fact[] {
  const newest = facts.at(-1);
  const told = newest === undefined ? undefined : objects.get(idOf(`${newest.change.key}${SUFFIX}`))?.at(-1);
  if (newest === undefined || told === undefined || newest.readWith === null) return facts;
  if ([Contents, Held, Told].some((kind) => newest.reading instanceof kind)) return facts;
  const reading = newest.readWith(told.reading instanceof Told ? told.reading.hints : NO_HINTS);
  const beside = { reading, revision: `${newest.revision}#${told.revision}` };
  return [...facts.slice(0, -1), { ...newest, beside }];
}

/** What is beside each file, in its own item; also of a file that never came. */
export function registers(objects: Objects): ReadonlyMap<string, Plain> {
  const entries = [...objects.values()].flatMap((facts) => {
    const newest = facts.at(-1);
    if (newest === undefined || newest.change.member !== null || !newest.change.key.endsWith(SUFFIX)) return [];
    const id = idOf(newest.change.key.slice(0, -SUFFIX.length));
    const hints = newest.reading instanceof Told ? newest.reading.hints : null;
    return [[id, { besideRevision: newest.revision, beside: hints }] as const];
  });
  return new Map(entries);
}
