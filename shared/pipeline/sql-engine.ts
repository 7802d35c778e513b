/** Whoever answers SQL about the archive. Promise: nothing is written by asking. */
import type { Question } from '../core/archive/sql.ts';

export type SqlValue = string | number | boolean | null | readonly SqlValue[] | { readonly [name: string]: SqlValue };

export interface SqlAnswer {
  readonly columns: readonly string[];
  /** At most as many as were asked for. */
  readonly rows: readonly (readonly SqlValue[])[];
  /** There are more rows than were asked for. */
  readonly more: boolean;
  /** What the answer is billed by; null when nobody bills it. */
  readonly scannedBytes: number | null;
}

export interface SqlEngine {
  /** Throws `SqlError` when the question is at fault. */
  ask(question: Question, mostRows: number): Promise<SqlAnswer>;
  close(): void;
}

/** The engine understood the question, and says what is wrong with it. */
export class SqlError extends Error {
  override readonly name = 'SqlError';
}
