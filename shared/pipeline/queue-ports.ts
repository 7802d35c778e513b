/** Doors to the queues, for whoever operates a store; the functions themselves are called with what a queue holds. */

/** The queue that `ingest` works off. */
export interface Outbox {
  /** All of them or an error; at least once. */
  send(bodies: readonly string[]): Promise<void>;
  /** About how many messages wait. */
  waiting(): Promise<number>;
}

export interface Letter {
  readonly id: string;
  /** Of this time that it was taken. */
  readonly receipt: string;
  readonly body: string;
  /** When it was sent to the queue in which it was given up, ISO 8601 instant. */
  readonly sentAt: string;
}

/** What was given up on. Taking a letter hides it for a while; it stays until it is removed. */
export interface DeadLetters {
  /** About how many there are, hidden ones too. */
  count(): Promise<number>;
  /** At most ten at a time; none when no more are visible. */
  take(most: number, hiddenS: number): Promise<readonly Letter[]>;
  /** Makes what was taken visible again at once. */
  release(letters: readonly Letter[]): Promise<void>;
  remove(letters: readonly Letter[]): Promise<void>;
}

export interface Queues {
  readonly incoming: Outbox;
  /** Uploads that `ingest` could not work off. */
  readonly uploads: DeadLetters;
  /** Places in the table's stream that `group` or `gather` could not work off. */
  readonly stream: DeadLetters;
}
