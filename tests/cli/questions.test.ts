/** The README's table of questions: each command is understood, each call of the API is answered. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { endingOf } from '../../cli/explain-error.ts';
import { runProgram } from '../../cli/program.ts';
import { answer } from '../../shared/api/answer.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { memoryStore } from '../../shared/testing/memory-store.ts';
import { anIo } from './fake-io.ts';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const TABLE = /<!-- questions -->([\s\S]*?)<!-- \/questions -->/.exec(README)?.[1] ?? '';
const ROWS = TABLE.split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')))
  .filter((cells) => cells[3]?.startsWith('/') === true)
  .map((cells) => [cells[1] ?? '', cells[2] ?? '', cells[3] ?? ''] as const);

async function aWorld() {
  const store = memoryStore(lineReader);
  const fields = ['published: 2026-03-01T10:00:00.000Z', 'publisher: The Post', 'author: Ada Quill', 'agency: AP'];
  const text = ['Harbour opens', ...fields, 'url: https://post.example/a', 'language: de', 'Ships came in.'].join('\n');
  const { articleId } = await store.deliver(store.bucket.put('incoming/a.txt', text));
  const names: Readonly<Record<string, string>> = {
    ...{ OUTLET: 'The Post', DAY: '2026-03-01', MONTH: '2026-03', URL: 'https://post.example/a', ID: articleId ?? '' },
    ...{ KEY: 'incoming/a.txt', AUTHOR: 'Ada Quill', AGENCY: 'AP', LANGUAGE: 'de' },
  };
  const cursor = await answer(
    { method: 'GET', path: '/changes', query: '', headers: {}, origin: '' },
    { ...store.query, now: () => '2026-04-01T00:00:00.000Z' },
    () => {},
  );
  const all = { ...names, CURSOR: String(JSON.parse(String(cursor.body)).cursor) };
  return { store, filled: (cell: string) => cell.replace(/\b[A-Z]{2,}\b/g, (name) => Object(all)[name] ?? name) };
}

describe.skipIf(TABLE === '')('the table of questions', () => {
  it('has the questions', () => expect(ROWS.length).toBeGreaterThanOrEqual(15));

  it.each(ROWS)('%s', async (_, command, call) => {
    const { store, filled } = await aWorld();
    const [path = '', query = ''] = filled(call).split('?');
    const ports = { ...store.query, now: () => '2026-04-01T00:00:00.000Z' };
    const request = { method: 'GET', path, query, headers: {}, origin: '' };
    expect(await answer(request, ports, () => {})).toMatchObject({ status: 200 });
    // Understood, and then there is no store to ask: wrong usage would end with 2.
    const words = [...filled(command).matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');
    const ending = await runProgram(words, anIo({ base: '/', cwd: '/' })).catch((error: unknown) => endingOf(error));
    expect(ending).toMatchObject({ exitCode: 1, message: expect.stringContaining('npm start') });
  });
});
