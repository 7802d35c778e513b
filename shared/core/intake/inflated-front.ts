/** Deflated data in, with whatever stands behind them; what they unpack to and how many bytes they take out. Promise: no more is unpacked than asked for. */
import { inflateRawSync } from 'node:zlib';

export interface InflatedFront {
  readonly bytes: Uint8Array;
  /** Bytes that the data take. */
  readonly used: number;
}

/** Node's own errors: for data that are cut, damaged, or unpack to more. */
export function inflatedFront(packed: Uint8Array, maxOutputLength: number): InflatedFront {
  const found: unknown = inflateRawSync(packed, { info: true, maxOutputLength });
  return withUsed(found);
}

/** How much of the bytes was used is said by the engine, of which the types know nothing. */
function withUsed(found: unknown): InflatedFront {
  if (typeof found === 'object' && found !== null && 'buffer' in found && 'engine' in found) {
    const { buffer, engine } = found;
    const hasCount = typeof engine === 'object' && engine !== null && 'bytesWritten' in engine;
    if (buffer instanceof Uint8Array && hasCount && typeof engine.bytesWritten === 'number')
      return { bytes: buffer, used: engine.bytesWritten };
  }
  throw new Error('zlib did not say how many bytes it used');
}
