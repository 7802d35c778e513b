/**
 * The clock or the heap ended a reading. Thrown, not rejected: machines differ, so the queue tries again, and only the pipeline
 * decides after how many receives it counts as a fact about the page.
 */
export type StopCode = 'page.too-slow' | 'page.out-of-memory';

export class ReaderStopped extends Error {
  readonly code: StopCode;
  constructor(code: StopCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ReaderStopped';
    this.code = code;
  }
}
