/**
 * Tables of examples that a person can read: what goes in behind `> `, what comes out below, sentences behind `# `. In: such a text, or
 * entries. Out: the other. Promise: what is written can be read again.
 */
import { shownLines } from './shown.ts';

export interface Example {
  /** What is said of this example and those below it. */
  readonly notes: readonly string[];
  readonly input: string;
  readonly result: string;
}

const INPUT = '> ';
const NOTE = '# ';

export function parseTable(text: string): readonly Example[] {
  return text
    .split(/\n{2,}/)
    .map((part) => part.split('\n').filter((line) => line !== ''))
    .filter((lines) => lines.some((line) => line.startsWith(INPUT.trim())))
    .map((lines) => ({
      notes: lines.filter((line) => line.startsWith(NOTE)),
      input: lines.flatMap((line) => (line.startsWith('>') ? [line.slice(INPUT.length)] : [])).join('\n'),
      result: lines.filter((line) => !line.startsWith(NOTE) && !line.startsWith('>')).join('\n'),
    }));
}

export function tableText(examples: readonly Example[]): string {
  const parts = examples.map(({ notes, input, result }) =>
    [...notes, ...input.split('\n').map((line) => `${INPUT}${line}`.trimEnd()), result].join('\n'),
  );
  return `${parts.join('\n\n')}\n`;
}

/** What comes out of one input, as it stands in a table. What is refused is a result too. */
export function resultOf(read: (input: string) => unknown, input: string): string {
  try {
    return shownLines(read(input))
      .map((line) => `  ${line}`)
      .join('\n');
  } catch (error) {
    return `  refused: ${error instanceof Error ? error.message : String(error)}`;
  }
}
