/** `--mapping`: one's own JSON is read by it, it travels with what is added, and a file that is no mapping is said to be none. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { add } from '../../cli/commands/add.ts';
import { clean } from '../../cli/commands/clean.ts';
import { explain } from '../../cli/commands/explain.ts';
import { endingOf } from '../../cli/explain-error.ts';
import { readMapping } from '../../shared/core/intake/formats/mapping.ts';
import { createReader } from '../../shared/workers/reader.ts';
import { anIo, jsonLines } from './fake-io.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wirefold-mapping-'));
  const body = [
    'The ferry came in at noon on Monday, and the whole harbour stood on the quay to see it.',
    'It was late.',
  ];
  writeFileSync(join(folder, 'own.json'), JSON.stringify({ Überschrift: 'Ferry returns', text: { lines: body } }));
  writeFileSync(join(folder, 'mapping.json'), JSON.stringify({ headline: 'Überschrift', text: 'text.lines' }));
  writeFileSync(join(folder, 'misspelt.json'), JSON.stringify({ headline: 'a', txt: 'b' }));
  writeFileSync(
    join(folder, 'long.json'),
    JSON.stringify({
      headline: 'a',
      text: 'b',
      deck: Array(5).fill('x'.repeat(200)),
      section: Array(5).fill('y'.repeat(200)),
    }),
  );
  writeFileSync(join(folder, 'broken.json'), '{');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function messageOf(work: () => Promise<unknown>): Promise<string> {
  const error = await work().then(
    () => null,
    (reason: unknown) => reason,
  );
  return error === null ? '' : endingOf(error).message;
}

describe('--mapping', () => {
  it('makes an article of one’s own JSON, which is refused without it', async () => {
    const reader = createReader();
    const io = anIo({ base: folder });
    await clean(['own.json'], { json: true, mapping: 'mapping.json' }, reader, io);
    expect(jsonLines(io.out())).toMatchObject([{ headline: 'Ferry returns', body: [{}, { text: 'It was late.' }] }]);
    const without = anIo({ base: folder });
    expect(await clean(['own.json'], { json: true }, reader, without)).toBe(1);
    expect(without.err()).toMatch(
      /own\.json: document\.unsupported-format: This is JSON whose names.* \(--mapping FILE/,
    );
    const explained = anIo({ base: folder });
    await explain('own.json', { json: true, mapping: 'mapping.json' }, explained);
    expect(explained.out()).toContain('as its mapping describes it');
  });

  it('travels with what is added, in any script', async () => {
    const sent: Record<string, string>[] = [];
    const store = {
      upload: async ({ metadata }: { metadata: Record<string, string> }) => {
        sent.push(metadata);
        return { versionId: null };
      },
    };
    await add(['own.json'], { json: true, mapping: 'mapping.json' }, store, anIo({ base: folder }));
    expect(sent[0]?.['mapping']).toMatch(/^[\x20-\x7e]+$/);
    expect(readMapping(sent[0] ?? {})).toMatchObject({ headline: ['Überschrift'], text: ['text.lines'] });
  });

  it.each([
    [
      'misspelt.json',
      /^misspelt\.json is no mapping: "txt" is no part of an article; the parts are headline, text, author/,
    ],
    ['broken.json', /^broken\.json is no JSON: /],
    ['nowhere.json', /^--mapping nowhere\.json: /],
    [
      'long.json',
      /^long\.json is too long: a mapping travels with each file and may have 1400 bytes, this one has \d+$/,
    ],
  ])('%s is said to be none', async (mapping, words) => {
    const store = { upload: () => Promise.reject(new Error('nothing is sent')) };
    expect(await messageOf(() => add(['own.json'], { json: true, mapping }, store, anIo({ base: folder })))).toMatch(
      words,
    );
  });
});
