import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { explain } from '../../cli/commands/explain.ts';
import { endingOf } from '../../cli/explain-error.ts';
import { anIo, jsonLines } from './fake-io.ts';

const TEXT = `Bridge over the Wend reopens after a year

By Orla Fenn
Tuesday 12 March 2024 16:05 GMT

The bridge over the River Wend reopened on Tuesday after a year of repairs, the county council said in a statement.

Engineers replaced forty bolts and two of the six arches, and found a bottle of cider that had been walled in by their predecessors.

Sign up to our newsletter

“It tasted of vinegar,” said the foreman, Colin Asprey, who added that the bridge should now hold for another century.
`;

const Explained = z.object({
  path: z.string(),
  lines: z.array(
    z.object({
      line: z.number(),
      label: z.string(),
      pieces: z.array(z.object({ text: z.string(), why: z.string() })),
    }),
  ),
  fields: z.array(z.object({ field: z.string() })),
});

describe('wirefold explain', () => {
  it('gives every line of the input once, in order, each with a label and a reason', async () => {
    const io = anIo({ input: TEXT });
    expect(await explain('-', { json: false }, io)).toBe(0);
    const { path, lines, fields } = Explained.parse(jsonLines(io.out())[0]);
    const filled = TEXT.split('\n').flatMap((line, at) => (line === '' ? [] : [at + 1]));
    expect(path).toBe('-');
    expect(lines.map((line) => line.line)).toEqual(filled);
    expect(lines.flatMap((line) => line.pieces).filter((piece) => piece.why === '')).toEqual([]);
    expect(lines.map((line) => line.label)).toContain('body');
    expect(fields.map((field) => field.field)).toContain('headline');
  });

  it('is readable on a terminal, coloured only where colours show', async () => {
    const plain = anIo({ input: TEXT, stdoutIsTerminal: true });
    await explain('-', { json: false }, plain);
    expect(plain.out()).toMatch(/\n {4}6 body +The bridge over the River Wend/);
    expect(plain.out()).toMatch(/\nFields\n/);
    expect(plain.out()).not.toContain('\u001b');
    const colored = anIo({ input: TEXT, stdoutIsTerminal: true, color: true });
    await explain('-', { json: false }, colored);
    expect(colored.out()).toContain('\u001b[32m');
  });

  it('says what is wrong with a file that cannot be read', async () => {
    const ending = await explain('-', { json: false }, anIo({ input: '%PDF-1.7 x' })).catch((error: unknown) =>
      endingOf(error),
    );
    expect(ending).toMatchObject({
      exitCode: 1,
      message: expect.stringMatching(/^-: document\.damaged: .*PDF/),
    });
  });
});
