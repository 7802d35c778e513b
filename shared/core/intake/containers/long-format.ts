/**
 * Containers that may be read from the middle: a window of bytes in, the members that begin in it out. Promise: whatever the windows,
 * each member begins in exactly one of them; what is longer than the bytes at hand is said to be cut.
 */
import { Rejection } from '../../rejection.ts';
import type { Mapping } from '../formats/mapping.ts';
import { type Member, unreadable } from './member.ts';

export type Step =
  /** What stands from the place asked for up to `end`: any number of members. */
  | { readonly kind: 'read'; readonly members: readonly Member[]; readonly end: number }
  /** The bytes end first. */
  | { readonly kind: 'cut' }
  /** What stands there cannot be read; the next record has to be looked for. */
  | { readonly kind: 'bad'; readonly why: Rejection };

export interface LongFormat {
  readonly id: 'warc' | 'warc-gz' | 'json-lines';
  /** As a person calls it. */
  readonly name: string;
  /** Bytes before a window by which its first record is recognised. */
  readonly before: number;
  /** Place of the first record that begins there or behind; null: none in these bytes. `base`: where in the object the bytes begin. */
  first(bytes: Uint8Array, at: number, base: number): number | null;
  /** `isEnd`: the bytes reach the end of the object. `mapping`: what came with the object, for its records in JSON. */
  next(bytes: Uint8Array, at: number, base: number, isEnd: boolean, mapping?: Mapping | null): Step;
}

/** Bytes of an object from `base` on; `isEnd`: they reach its end. */
export interface Stretch {
  readonly bytes: Uint8Array;
  readonly base: number;
  readonly isEnd: boolean;
  readonly mapping?: Mapping | null;
}

export interface Placed {
  readonly member: Member;
  /** Where in the object its record begins. */
  readonly start: number;
}

export interface WindowRead {
  readonly placed: readonly Placed[];
  /** Where a record begins that needs more bytes; null: none does. */
  readonly cutAt: number | null;
}

/** Members whose records begin at `from` or behind it, and before `until`: places in the object. `most`: one more is enough to see that there are too many. */
export function readWindow(
  format: LongFormat,
  { bytes, base, isEnd, mapping = null }: Stretch,
  from: number,
  until: number,
  most = Number.POSITIVE_INFINITY,
): WindowRead {
  const placed: Placed[] = [];
  let at = format.first(bytes, from - base, base);
  while (at !== null && at < bytes.length && base + at < until && placed.length <= most) {
    const start = base + at;
    const step = format.next(bytes, at, base, isEnd, mapping);
    if (step.kind === 'cut') {
      if (!isEnd) return { placed, cutAt: start };
      placed.push({ start, member: unreadable(`@${start}`, truncated(format.name)) });
      break;
    }
    if (step.kind === 'bad') {
      placed.push({ start, member: unreadable(`@${start}`, step.why) });
      at = format.first(bytes, at + 1, base);
    } else {
      placed.push(...step.members.map((member) => ({ start, member })));
      at = step.end;
    }
  }
  return { placed, cutAt: null };
}

function truncated(name: string): Rejection {
  return new Rejection(
    'document.truncated',
    `This is ${name} that ends in the middle of this record: upload the whole file.`,
  );
}

/** The first member that is too many stands for all behind it, and says so. `bytes`: of the window that they begin in. */
export function bounded(placed: readonly Placed[], most: number, bytes: number): readonly Placed[] {
  const next = placed[most];
  if (next === undefined) return placed;
  const message = `Here the file holds more than ${most} members within ${bytes / 1024 / 1024} MiB: this one and those behind it, up to the next such part, are not read. Upload it in smaller parts.`;
  const why = new Rejection('container.too-many-members', message);
  return [...placed.slice(0, most), { start: next.start, member: unreadable(next.member.name, why) }];
}

export function tooLong(mib: number): Rejection {
  return new Rejection('document.too-large', `This record has more than ${mib} MiB; no article has.`);
}
