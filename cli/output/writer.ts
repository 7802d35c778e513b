/** Text out. In: lines or pieces. Promise: waits when the reader is slow, and ends quietly when it has gone (`| head`). */
import { once } from 'node:events';
import type { Writable } from 'node:stream';

export interface LineWriter {
  /** Resolves to false when nobody reads any more: stop working. */
  line(text: string): Promise<boolean>;
}

export interface TextWriter {
  /** As `line`, without a line end of its own; bytes as they are. */
  text(text: string | Uint8Array): Promise<boolean>;
}

export function lineWriter(stream: Writable): LineWriter {
  const writer = textWriter(stream);
  return { line: (text) => writer.text(`${text}\n`) };
}

export function textWriter(stream: Writable): TextWriter {
  let gone = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    gone = true;
  });
  return {
    async text(text) {
      if (gone) return false;
      if (!stream.write(text)) await Promise.race([once(stream, 'drain'), once(stream, 'close')]).catch(() => {});
      return !gone;
    },
  };
}
