/** Lines out. In: lines. Promise: waits when the reader is slow, and ends quietly when it has gone (`| head`). */
import { once } from 'node:events';
import type { Writable } from 'node:stream';

export interface LineWriter {
  /** Resolves to false when nobody reads any more: stop working. */
  line(text: string): Promise<boolean>;
}

export function lineWriter(stream: Writable): LineWriter {
  let gone = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    gone = true;
  });
  return {
    async line(text) {
      if (gone) return false;
      if (!stream.write(`${text}\n`))
        await Promise.race([once(stream, 'drain'), once(stream, 'close')]).catch(() => {});
      return !gone;
    },
  };
}
