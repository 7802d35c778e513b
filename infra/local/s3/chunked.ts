/**
 * An `aws-chunked` body in (what SDKs send for streams: sized chunks, then trailers), the plain bytes out. The trailers
 * are put into `trailers` before the last byte's promise resolves.
 */
import { ApiError } from '../api-error.ts';

/** A chunk's size line and a trailer line are short; more without a line end is no such body. */
const LINE_MOST = 16 * 1024;

interface Source {
  /** The next line without its end, null at the end of input. */
  line(): Promise<string>;
  /** Up to `bytes` of what comes next; empty only at the end of input. */
  some(bytes: number): Promise<Buffer>;
}

export async function* decodeChunks(
  body: AsyncIterable<Uint8Array>,
  trailers: Map<string, string>,
): AsyncGenerator<Uint8Array> {
  const source = reader(body);
  for (;;) {
    // `400;chunk-signature=…`: parseInt stops at the semicolon.
    let left = Number.parseInt(await source.line(), 16);
    if (Number.isNaN(left)) throw new ApiError('IncompleteBody', 400, 'a chunk without a size');
    if (left === 0) break;
    while (left > 0) {
      const piece = await source.some(left);
      if (piece.length === 0) throw new ApiError('IncompleteBody', 400, 'the body ended inside a chunk');
      left -= piece.length;
      yield piece;
    }
    await source.line();
  }
  for (let line = await source.line(); line !== ''; line = await source.line()) {
    const colon = line.indexOf(':');
    if (colon > 0) trailers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
}

function reader(body: AsyncIterable<Uint8Array>): Source {
  const pieces = body[Symbol.asyncIterator]();
  let held = Buffer.alloc(0);
  const more = async (): Promise<boolean> => {
    const next = await pieces.next();
    if (next.done === true) return false;
    held = held.length === 0 ? Buffer.from(next.value) : Buffer.concat([held, next.value]);
    return true;
  };
  return {
    line: async () => {
      let end = held.indexOf('\n');
      while (end < 0) {
        if (held.length > LINE_MOST) throw new ApiError('InvalidRequest', 400, 'a chunk header without an end');
        if (!(await more())) break;
        end = held.indexOf('\n');
      }
      const line = held.subarray(0, end < 0 ? held.length : end).toString('latin1');
      held = end < 0 ? Buffer.alloc(0) : held.subarray(end + 1);
      return line.endsWith('\r') ? line.slice(0, -1) : line;
    },
    some: async (bytes) => {
      if (held.length === 0) await more();
      const piece = held.subarray(0, bytes);
      held = held.subarray(piece.length);
      return piece;
    },
  };
}
