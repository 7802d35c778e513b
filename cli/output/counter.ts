/** How far work has come whose end is not known. In: a line, again and again. Promise: on a terminal only, on standard error, seldom. */
import type { Io } from '../io.ts';
import { visible } from './visible.ts';

export interface Counter {
  /** Replaces the line before. */
  show(line: string): void;
  /** A line that stays. */
  note(line: string): void;
  stop(): void;
}

/** Faster than anybody reads, slower than it costs. */
const EVERY_MS = 200;
/** Back to the start of the line, and over it. */
const ERASE = '\r\u001b[K';

export function counter(io: Pick<Io, 'stderr' | 'stderrIsTerminal' | 'now'>): Counter {
  let shownAt = io.now().getTime();
  let isShown = false;
  const erase = () => {
    if (isShown) io.stderr.write(ERASE);
    isShown = false;
  };
  return {
    show(line) {
      const now = io.now().getTime();
      if (!io.stderrIsTerminal || now - shownAt < EVERY_MS) return;
      shownAt = now;
      io.stderr.write(`${ERASE}${visible(line)}`);
      isShown = true;
    },
    note(line) {
      erase();
      io.stderr.write(`${visible(line)}\n`);
    },
    stop: erase,
  };
}
