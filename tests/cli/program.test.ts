import { describe, expect, it } from 'vitest';
import { Stop } from '../../cli/exit.ts';
import { endingOf } from '../../cli/explain-error.ts';
import { runProgram } from '../../cli/program.ts';
import { anIo } from './fake-io.ts';

async function run(...args: readonly string[]) {
  const io = anIo();
  const exitCode = await runProgram(args, io);
  return { exitCode, out: io.out(), err: io.err() };
}

describe('wirefold', () => {
  it('explains itself to someone who asks', async () => {
    const { exitCode, out } = await run('--help');
    expect(exitCode).toBe(0);
    for (const word of ['clean', 'explain', 'add', 'list', 'show', 'Examples:', 'Exit status'])
      expect(out).toContain(word);
  });

  it.each([
    ['an unknown verb', ['claen', 'x'], /Did you mean clean/],
    ['no path', ['clean'], /missing required argument 'paths'/],
    ['an unknown option', ['list', '--newest'], /unknown option '--newest'/],
    ['a limit that is no number', ['list', '--limit', 'many'], /whole number from 1/],
    ['a time without its offset', ['add', 'a.txt', '--captured-at', '2024-03-12 18:00'], /time with its offset/],
    ['an outlet without a name', ['list', '--outlet', ''], /It is empty/],
    ['an author of blanks', ['list', '--author', ' '], /It is empty/],
    ['an address that is none', ['add', 'a.txt', '--url', 'news'], /begins with http/],
  ])('ends with 2 and a hint for %s', async (_, args, hint) => {
    const { exitCode, err } = await run(...args);
    expect(exitCode).toBe(2);
    expect(err).toMatch(hint);
  });

  it('ends with 2 for a store that is neither local nor a stack', async () => {
    const ending = await run('list', '--store', 'mars').catch((error: unknown) => endingOf(error));
    expect(ending).toMatchObject({ exitCode: 2, message: expect.stringContaining('aws:STACK') });
  });

  it('says how to start a local run where there is none', async () => {
    const io = anIo({ base: '/', cwd: '/' });
    const ending = await runProgram(['list'], io).catch((error: unknown) => endingOf(error));
    expect(ending).toMatchObject({ exitCode: 1, message: expect.stringContaining('npm start') });
  });
});

describe('what went wrong', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:4566'), { code: 'ECONNREFUSED' });
  it.each([
    [new Stop(3, 'Nothing is known of x'), 3, /Nothing is known/],
    [refused, 1, /npm start/],
    [new AggregateError([refused]), 1, /npm start/],
    [Object.assign(new Error('x'), { name: 'CredentialsProviderError' }), 1, /--profile/],
    [
      Object.assign(new Error('Stack with id Nope does not exist'), { name: 'ValidationError' }),
      3,
      /Nope does not exist/,
    ],
  ])('%s is told in words', (error, exitCode, message) => {
    expect(endingOf(error)).toMatchObject({ exitCode, message: expect.stringMatching(message) });
  });
});
