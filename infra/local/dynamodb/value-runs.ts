/**
 * Values of dynalite's files as a stream. In: its files. Out: the same, whose streams read many values at a time. Promise: the same values
 * in the same order; dynalite's own streams go to the files anew for each.
 */
import { Readable } from 'node:stream';
import { LOCAL_LIMITS } from '../limits.ts';

export function readInRuns(files: DynaliteFiles): void {
  files.createValueStream = (range) => {
    const iterator = files.values(range);
    return new Readable({
      objectMode: true,
      highWaterMark: LOCAL_LIMITS.valuesAtOnce,
      read() {
        iterator.nextv(LOCAL_LIMITS.valuesAtOnce).then(
          (values) => {
            // Whoever has read enough ends the stream in the middle of a run.
            for (const value of values) if (!this.destroyed) this.push(value);
            if (values.length === 0 && !this.destroyed) this.push(null);
          },
          (error: unknown) => this.destroy(error instanceof Error ? error : new Error(String(error))),
        );
      },
      destroy(error, done) {
        iterator.close().then(
          () => done(error),
          () => done(error),
        );
      },
    });
  };
}
