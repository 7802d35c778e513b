import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clean } from '../../cli/commands/clean.ts';
import { endingOf } from '../../cli/explain-error.ts';
import { LIMITS } from '../../shared/core/limits.ts';
import { ArticleRecord } from '../../shared/core/record.ts';
import type { Reader } from '../../shared/pipeline/ports.ts';
import { ReaderStopped } from '../../shared/pipeline/reader-stopped.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { anIo, jsonLines } from './fake-io.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wirefold-clean-'));
  mkdirSync(join(folder, 'news/b'), { recursive: true });
  writeFileSync(join(folder, 'news/z.txt'), 'Zeta\nLast of them all.');
  writeFileSync(join(folder, 'news/a.txt'), 'Alpha\nFirst of them all.');
  writeFileSync(join(folder, 'news/b/c.txt'), 'Gamma\nIn a folder of its own.');
  writeFileSync(join(folder, 'news/.hidden'), 'Not for eyes');
  symlinkSync('..', join(folder, 'news/b/loop'));
  writeFileSync(join(folder, 'packed.txt.gz'), gzipSync('Packed\nSome text inside.'));
  writeFileSync(join(folder, 'packed.txt.br'), brotliCompressSync('Packed twice\nSome text inside.'));
  writeFileSync(join(folder, 'empty.txt'), '');
  writeFileSync(join(folder, 'huge.txt'), '');
  truncateSync(join(folder, 'huge.txt'), LIMITS.objectBytes + 1);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(paths: readonly string[], settings: Parameters<typeof anIo>[0] = {}, reader = lineReader) {
  const io = anIo({ base: folder, ...settings });
  const exitCode = await clean(paths, { json: false }, reader, io);
  return { exitCode, out: io.out(), err: io.err() };
}

const headlines = (out: string) => jsonLines(out).map((record) => ArticleRecord.parse(record).headline);

describe('wirefold clean', () => {
  it('prints one valid record a line, with the path as given', async () => {
    const { out, err, exitCode } = await run(['news/a.txt', './news/z.txt']);
    const records = jsonLines(out).map((record) => ArticleRecord.parse(record));
    expect(records.map((record) => record.source.path)).toEqual(['news/a.txt', './news/z.txt']);
    expect(records[0]?.source).toMatchObject({ bucket: null, bytes: 24, mediaType: 'text/plain' });
    expect({ err, exitCode }).toEqual({ err: '', exitCode: 0 });
  });

  it('goes through folders in sorted order, without hidden files and loops', async () => {
    const { out } = await run(['news']);
    expect(jsonLines(out).map((record) => ArticleRecord.parse(record).source.path)).toEqual([
      'news/a.txt',
      'news/b/c.txt',
      'news/z.txt',
    ]);
  });

  it('reads standard input', async () => {
    const { out, err } = await run(['-'], { input: 'Out of a pipe\nSome text.' });
    expect(err).toBe('');
    expect(ArticleRecord.parse(jsonLines(out)[0])).toMatchObject({ headline: 'Out of a pipe', source: { path: '-' } });
  });

  it('unpacks gzip and brotli', async () => {
    expect(headlines((await run(['packed.txt.gz', 'packed.txt.br'])).out)).toEqual(['Packed', 'Packed twice']);
  });

  it('says what is wrong with a bad file, goes on with the rest, and ends with 1', async () => {
    const { out, err, exitCode } = await run(['empty.txt', 'news/a.txt', 'missing.txt', 'huge.txt', 'news/z.txt']);
    expect(headlines(out)).toEqual(['Alpha', 'Zeta']);
    expect(err.split('\n')).toEqual([
      expect.stringMatching(/^empty\.txt: document\.empty: /),
      'missing.txt: there is no such file',
      expect.stringMatching(/^huge\.txt: document\.too-large: /),
      '',
    ]);
    expect(exitCode).toBe(1);
  });

  it('gives a page that a busy machine stopped another chance, and names the code when none is left', async () => {
    let stops = 2;
    const tired: Reader = {
      async read(...given) {
        if (stops > 0) {
          stops -= 1;
          throw new ReaderStopped('page.too-slow', 'Reading the page took too long.');
        }
        return lineReader.read(...given);
      },
    };
    expect(headlines((await run(['news/a.txt'], {}, tired)).out)).toEqual(['Alpha']);
    stops = 3;
    expect((await run(['news/a.txt'], {}, tired)).err).toBe(
      'news/a.txt: page.too-slow: Reading the page took too long.\n',
    );
  });

  it('gives the same bytes every time', async () => {
    expect((await run(['news', 'packed.txt.gz'])).out).toBe((await run(['news', 'packed.txt.gz'])).out);
  });

  it('shows a table on a terminal, and JSON there too when asked', async () => {
    const io = anIo({ base: folder, stdoutIsTerminal: true });
    await clean(['news/a.txt'], { json: false }, lineReader, io);
    expect(io.out().split('\n')[0]).toMatch(/^File +Headline +Published +Words/);
    const asked = anIo({ base: folder, stdoutIsTerminal: true });
    await clean(['news/a.txt'], { json: true }, lineReader, asked);
    expect(headlines(asked.out())).toEqual(['Alpha']);
  });
});

describe('wirefold clean --outlet', () => {
  it('reads with what is known of the outlet', async () => {
    writeFileSync(join(folder, 'outlet.json'), JSON.stringify({ publisher: 'Hollin Echo' }));
    const seen: unknown[] = [];
    const watching: Reader = {
      read: (document, hints, profile) => {
        seen.push(profile.publisher);
        return lineReader.read(document, hints, profile);
      },
    };
    const io = anIo({ base: folder });
    expect(await clean(['news/a.txt'], { json: false, outlet: 'outlet.json' }, watching, io)).toBe(0);
    expect(seen).toEqual(['Hollin Echo']);
  });
  it.each([
    [
      'outlet-zone.json',
      '{"zone": "Europe/Lodon"}',
      /outlet-zone\.json is no profile of an outlet\. zone: .*Europe\/London/,
    ],
    ['outlet-name.json', '{"zones": []}', /outlet-name\.json is no profile of an outlet\..*zones/],
    ['outlet-broken.json', '{', /outlet-broken\.json is no JSON/],
  ])('says what is wrong with %s', async (name, text, message) => {
    writeFileSync(join(folder, name), text);
    const ending = await clean(['news/a.txt'], { json: false, outlet: name }, lineReader, anIo({ base: folder })).catch(
      (error: unknown) => endingOf(error),
    );
    expect(ending).toMatchObject({ exitCode: 2, message: expect.stringMatching(message) });
  });
});
