/** A question to whoever sits at the terminal. In: the question. Out: whether the answer was yes. Promise: anything else is no. */
import { createInterface } from 'node:readline/promises';
import type { Io } from './io.ts';

export async function isConfirmed(question: string, { stdin, stdout }: Pick<Io, 'stdin' | 'stdout'>): Promise<boolean> {
  stdout.write(question);
  const lines = createInterface({ input: stdin });
  try {
    // Only the first line counts; the end of input is no answer.
    for await (const line of lines) return line.trim().toLowerCase() === 'yes';
    return false;
  } finally {
    lines.close();
  }
}
