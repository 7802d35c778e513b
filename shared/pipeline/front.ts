/**
 * Bytes that are read from the front, once. In: pieces as they come. Out: so many of them, or so many passed by. Promise: no more is held than
 * what was asked for and one piece; where unpacking fails the bytes end, and why is said.
 */
import { asRejection, type Compression } from '../core/intake/inflate.ts';
import { type Packing, unpacker } from '../core/intake/unpacker.ts';
import { tooManyFrames, zstdFrameEnds } from '../core/intake/zstd.ts';
import { LIMITS } from '../core/limits.ts';
import { Rejection } from '../core/rejection.ts';

export interface Front {
  /** How far it was read. */
  readonly at: () => number;
  /** Fewer at the end. */
  readonly read: (count: number) => Promise<Uint8Array>;
  readonly pass: (count: number) => Promise<void>;
  /** Why the bytes end before they should; null: they do not, as far as they were read. */
  readonly cut: () => Rejection | null;
}

/** `name`: of what the pieces were packed in, for the sentence that says why they end. */
export function frontOf(pieces: AsyncIterator<Uint8Array>, name: Compression): Front {
  let [piece, place, cut]: [Uint8Array, number, Rejection | null] = [new Uint8Array(), 0, null];
  let isOver = false;
  /** False at the end. */
  const more = async (): Promise<boolean> => {
    while (!isOver && piece.length === 0) {
      const next = await nextOf(pieces, name);
      if ('why' in next) {
        isOver = true;
        cut = next.why;
      } else piece = next.bytes;
    }
    return piece.length > 0;
  };
  const take = (count: number): Uint8Array => {
    const taken = piece.subarray(0, count);
    piece = piece.subarray(taken.length);
    place += taken.length;
    return taken;
  };
  return {
    at: () => place,
    cut: () => cut,
    async read(count) {
      const taken: Uint8Array[] = [];
      for (let left = count; left > 0 && (await more()); left -= taken.at(-1)?.length ?? 0) taken.push(take(left));
      return taken.length === 1 ? (taken[0] ?? new Uint8Array()) : Buffer.concat(taken);
    },
    async pass(count) {
      for (let left = count; left > 0 && (await more()); ) left -= take(left).length;
    },
  };
}

type Next = { readonly bytes: Uint8Array } | { readonly why: Rejection | null };

async function nextOf(pieces: AsyncIterator<Uint8Array>, name: Compression): Promise<Next> {
  try {
    const next = await pieces.next();
    return next.done === true ? { why: null } : { bytes: next.value };
  } catch (error) {
    // What is no fact about the bytes is thrown on.
    return { why: error instanceof Rejection ? error : asRejection(error, name, 0) };
  }
}

/** Unpacked as they come. `head`: the first of them. */
export async function* unpacked(
  pieces: AsyncIterable<Uint8Array>,
  packing: Packing,
  head: Uint8Array = new Uint8Array(),
): AsyncGenerator<Uint8Array> {
  const inside = unpacker(packing, head);
  const feeding = feed(packing === 'zstd' ? byFrame(pieces) : pieces, inside);
  // Told by `inside`, which it destroys; nobody waits for it when the reader stops early.
  feeding.catch(() => undefined);
  try {
    for await (const piece of inside) yield piece;
  } finally {
    inside.destroy();
  }
}

/** Node passes by what stands behind a frame in the same piece. */
async function* byFrame(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const endsIn = zstdFrameEnds();
  let frames = 0;
  for await (const piece of pieces) {
    let from = 0;
    for (const end of endsIn(piece)) {
      frames += 1;
      if (frames > LIMITS.streamedParts) throw tooManyFrames(LIMITS.streamedParts);
      yield piece.subarray(from, end);
      from = end;
    }
    if (from < piece.length) yield piece.subarray(from);
  }
}

async function feed(pieces: AsyncIterable<Uint8Array>, inside: ReturnType<typeof unpacker>): Promise<void> {
  try {
    for await (const piece of pieces) {
      if (inside.destroyed) return;
      if (!inside.write(piece)) await drained(inside);
    }
    inside.end();
  } catch (error) {
    inside.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

/** Also when nobody reads on. */
function drained(inside: ReturnType<typeof unpacker>): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      inside.off('drain', done).off('close', done);
      resolve();
    };
    inside.on('drain', done).on('close', done);
  });
}
