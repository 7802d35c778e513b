/** A bar for work that lasts. In: how many are done. Promise: on a terminal only, on standard error, never on quick work. */
import { SingleBar } from 'cli-progress';
import type { Io } from '../io.ts';
import { visible } from './visible.ts';

export interface Progress {
  done(): void;
  /** A line on standard error that does not tear the bar. */
  note(line: string): void;
  stop(): void;
}

/** Work that is over by then shows no bar. */
const QUIET_MS = 1_000;

export function progress(io: Pick<Io, 'stderr' | 'stderrIsTerminal' | 'now'>, total: number): Progress {
  const say = (line: string) => io.stderr.write(`${visible(line)}\n`);
  if (!io.stderrIsTerminal || total < 2) return { done: () => {}, note: say, stop: () => {} };
  const bar = new SingleBar({
    stream: io.stderr,
    format: '{bar} {value} of {total} files',
    barsize: 30,
    clearOnComplete: true,
    hideCursor: false,
  });
  const start = io.now().getTime();
  let value = 0;
  let shown = false;
  return {
    done() {
      value += 1;
      if (!shown && io.now().getTime() - start > QUIET_MS) {
        bar.start(total, value);
        shown = true;
      }
      if (shown) bar.update(value);
    },
    note(line) {
      // Back to the start of the bar's line and over it; the next update draws it again below.
      if (shown) io.stderr.write('\r\u001b[K');
      say(line);
    },
    stop() {
      if (shown) bar.stop();
    },
  };
}
