import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { type ListOptions, list } from '../../cli/commands/list.ts';
import { versions } from '../../cli/commands/versions.ts';
import { endingOf } from '../../cli/explain-error.ts';
import { runProgram } from '../../cli/program.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { type MemoryStore, memoryStore } from '../../shared/testing/memory-store.ts';
import { anIo, jsonLines } from './fake-io.ts';

async function aStore(): Promise<MemoryStore> {
  const store = memoryStore(lineReader);
  const put = (name: string, ...lines: readonly string[]) =>
    store.deliver(store.bucket.put(`incoming/${name}`, [`About ${name}`, ...lines].join('\n')));
  await put('a', 'published: 2024-03-01T10:00:00.000Z', 'publisher: The Post', 'author: Ada Quill', 'Text a.');
  await put('b', 'published: 2024-03-02T10:00:00.000Z', 'publisher: The Post', 'agency: AP', 'language: de', 'Text b.');
  await put(
    'c',
    'published: 2024-04-01T10:00:00.000Z',
    'publisher: The Mail',
    'url: https://mail.example/c',
    'Text c.',
  );
  await put('d', 'Text d.');
  await put('a', 'published: 2024-03-01T10:00:00.000Z', 'publisher: The Post', 'author: Ada Quill', 'Text a, mended.');
  await put('gone', 'Text of what is gone.');
  await store.deliver(store.bucket.remove('incoming/gone'));
  await store.deliver(store.bucket.put('incoming/empty', ''));
  return store;
}

async function listed(options: Partial<ListOptions>, store: MemoryStore) {
  const io = anIo();
  const exitCode = await list({ limit: 20, rejected: false, json: false, ...options }, store.query, io).catch(
    (error: unknown) => endingOf(error),
  );
  const keys = jsonLines(io.out()).map((line) => Object(line).source?.key ?? Object(line).key);
  return { exitCode, keys: keys.map((key) => String(key).replace('incoming/', '')).join(' '), err: io.err() };
}

describe('wirefold list', () => {
  it('gives what all filters pass, newest first', async () => {
    const store = await aStore();
    const keys = async (options: Partial<ListOptions>) => (await listed(options, store)).keys;
    expect(await keys({})).toBe('d c b a');
    expect(await keys({ outlet: 'THE  POST' })).toBe('b a');
    expect(await keys({ month: '2024-03' })).toBe('b a');
    expect(await keys({ day: '2024-03-01' })).toBe('a');
    expect(await keys({ from: '2024-03-02', to: '2024-04-01' })).toBe('c b');
    expect(await keys({ author: 'ada quill' })).toBe('a');
    expect(await keys({ agency: 'Associated Press' })).toBe('b');
    expect(await keys({ outlet: 'the post', language: 'de' })).toBe('b');
    expect(await keys({ url: 'http://mail.example/c?utm_source=x' })).toBe('c');
    expect(await keys({ dateStatus: 'missing' })).toBe('d');
    expect(await keys({ state: 'rejected' })).toBe('empty');
    expect(await keys({ state: 'removed' })).toBe('gone');
  });

  it('says where the next page begins, on standard error, so that lines stay records', async () => {
    const store = await aStore();
    const first = await listed({ limit: 2 }, store);
    const token = /--starting-token (\S+)/.exec(first.err)?.[1] ?? '';
    const next = await listed({ startingToken: token }, store);
    expect([first.keys, next.keys, next.err]).toEqual(['d c', 'b a', '']);
    const wrong = await listed({ startingToken: token, language: 'de' }, store);
    expect(wrong.exitCode).toMatchObject({ exitCode: 2, message: expect.stringContaining('--starting-token') });
  });

  it.each([
    [{ day: '2024-03-01', month: '2024-03' }, /Name the days once/],
    [{ day: '2024-03-01', to: '2024-03-02' }, /Name the days once/],
    [{ from: '2024-03-02', to: '2024-03-01' }, /is after/],
    [{ state: 'rejected', dateStatus: 'missing' }, /--date-status asks about articles/],
    [{ rejected: true, outlet: 'x' }, /--outlet asks about articles/],
  ] as const)('ends with 2 for %o', async (options, message) => {
    const { exitCode } = await listed(options, await aStore());
    expect(exitCode).toMatchObject({ exitCode: 2, message: expect.stringMatching(message) });
  });
});

describe('wirefold versions', () => {
  it('lists what the publisher changed, oldest first, and ends with 3 for what is not there', async () => {
    const store = await aStore();
    const io = anIo();
    const shown = anIo();
    await list({ limit: 1, author: 'Ada Quill', rejected: false, json: false }, store.query, shown);
    const { id } = Object(jsonLines(shown.out())[0]);
    await versions(id, { json: false }, store.table, io);
    expect(jsonLines(io.out())).toMatchObject([
      { version: 1, key: 'incoming/a', versionId: 'v1' },
      { version: 2, key: 'incoming/a', versionId: 'v5' },
    ]);
    const ending = await versions('art_x', { json: false }, store.table, anIo()).catch((error: unknown) =>
      endingOf(error),
    );
    expect(ending).toMatchObject({ exitCode: 3 });
  });
});

describe('wirefold completion', () => {
  const script = async (shell: string) => {
    const io = anIo();
    await runProgram(['completion', shell], io);
    return io.out();
  };

  it('completes verbs, options and what an option may be, in bash', async () => {
    const complete = async (...words: readonly string[]) => {
      const ask = `COMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}; _wirefold; echo "\${COMPREPLY[@]}"`;
      return execFileSync('bash', ['-c', `${await script('bash')}\n${ask}`], { encoding: 'utf8' }).trim();
    };
    expect(await complete('wirefold', 'vers')).toBe('versions');
    expect(await complete('wirefold', 'list', '--starting')).toBe('--starting-token');
    expect(await complete('wirefold', 'list', '--date-status', 'd')).toBe('disputed doubtful');
    expect(await complete('wirefold', 'completion', 'z')).toBe('zsh');
  });

  it('knows every verb and option in the other shells', async () => {
    expect(await script('fish')).toContain(
      "complete -c wirefold -n '__fish_seen_subcommand_from list' -l date-status -d 'by what is known of the date' -xa 'stated",
    );
    expect(await script('zsh')).toMatch(/^#compdef wirefold\n[\s\S]*bashcompinit[\s\S]*--starting-token/);
    expect((await script('bash')).split('\n').find((line) => line.includes(' list) '))).not.toContain('--limit');
  });

  it('ends with 2 for a shell that it does not know', async () => {
    expect(await runProgram(['completion', 'csh'], anIo())).toBe(2);
  });
});
