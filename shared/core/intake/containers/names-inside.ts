/** Names of what lies inside of a file in an archive. In: the name of the file, and its own in there. Out: one for both. Promise: two pairs never give the same. */
import { LIMITS } from '../../limits.ts';
import { shortHash } from '../../short-hash.ts';

/** No name of a file has it, see `fileName`. */
const BETWEEN = '//';
const HALF = (LIMITS.memberNameChars - BETWEEN.length) / 2;

/** A file's name in an archive, without what says that something lies inside of it. */
export function fileName(name: string): string {
  return name.replace(/\/{2,}/g, '/');
}

/** `feeds/all.jsonl`, `@0` //=> `feeds/all.jsonl//@0` */
export function nameInside(file: string, inner: string): string {
  return `${halfName(file)}${BETWEEN}${halfName(inner)}`;
}

/** `feeds/all.jsonl//@0`, `feeds/all.jsonl` //=> true */
export function isInside(name: string, file: string): boolean {
  return name.startsWith(`${halfName(file)}${BETWEEN}`);
}

/** Two that begin alike stay two; what has just that length is never a name as it stood. */
function halfName(name: string): string {
  if (name.length < HALF) return name;
  const end = `~${shortHash(name)}`;
  return name.slice(0, HALF - end.length).toWellFormed() + end;
}
