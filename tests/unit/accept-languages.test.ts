/** A deployment that takes some languages only. */
import { describe, expect, it } from 'vitest';
import { isAccepted, readLanguages } from '../../shared/core/accepted-languages.ts';
import { inProcess } from '../../shared/library/in-process.ts';
import { acceptLanguages } from '../../shared/pipeline/accept-languages.ts';
import { ingest } from '../../shared/pipeline/ingest.ts';
import { memoryBucket } from '../../shared/testing/memory-bucket.ts';
import { memoryTable } from '../../shared/testing/memory-table.ts';

const ENGLISH = `Harbour opens\n\n${'The harbour opens on Monday after two winters of work, the council said in the evening. '.repeat(3)}`;
const GERMAN = `Hafen wird wieder geöffnet\n\n${'Der Hafen wird am Montag nach zwei Wintern wieder geöffnet, wie der Rat am Abend mitteilte. '.repeat(3)}`;

async function stateOf(text: string, languages: readonly string[]) {
  const bucket = memoryBucket();
  const ports = { ...bucket, table: memoryTable(), reader: acceptLanguages(inProcess, languages) };
  const { state, code } = await ingest(bucket.put('incoming/a.txt', text), 1, ports);
  return code === null || code === undefined ? state : `${state} ${code}`;
}

describe('languages of a deployment', () => {
  it('are all when none is named', async () => {
    expect([await stateOf(ENGLISH, []), await stateOf(GERMAN, [])]).toEqual(['stored', 'stored']);
  });

  it('refuse an article in another by a code of its own', async () => {
    expect(await stateOf(ENGLISH, ['en', 'fr'])).toBe('stored');
    expect(await stateOf(GERMAN, ['en', 'fr'])).toBe('rejected article.other-language');
  });

  it('take a kill in any language: it may be about what was stored before', async () => {
    const reader = acceptLanguages(
      {
        read: async (...given) => ({
          ...(await inProcess.read(...given)),
          advisory: { kind: 'kill', note: 'KILL' },
        }),
      },
      ['en', 'fr'],
    );
    const bucket = memoryBucket();
    const ports = { ...bucket, table: memoryTable(), reader };
    expect(await ingest(bucket.put('incoming/a.txt', GERMAN), 1, ports)).toMatchObject({ state: 'stored' });
  });

  it.each([
    ['the language with its region', ['en'], 'en-GB', 0.9, true],
    ['another', ['en'], 'de', 0.9, false],
    ['what is too short to tell', ['en'], 'und', 0, true],
    ['a guess that is not sure', ['en'], 'de', 0.49, true],
    ['anything, where none is named', [], 'de', 1, true],
  ])('take or refuse %s', (_, languages, language, confidence, accepted) => {
    expect(isAccepted(languages, language, confidence)).toBe(accepted);
  });

  it.each([
    ['', []],
    ['de, EN', ['de', 'en']],
    ['english', null],
    ['en, en', null],
    ['en; de', null],
  ])('are read from a setting: %s', (setting, languages) => {
    expect(readLanguages(setting)).toEqual(languages);
  });

  it('keep the version of the reader that they stand before', () => {
    expect(acceptLanguages({ ...inProcess, version: 7 }, ['en']).version).toBe(7);
  });
});
