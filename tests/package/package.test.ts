/** The package as `npm install wirefold` would lay it down: JavaScript only, a command that runs, an entry for users' tests. */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'wirefold-package-'));
const installed = path.join(folder, 'node_modules/wirefold');

const PAGE = `<!doctype html><html lang="en"><head><title>Tram line to reopen</title></head><body><article>
<h1>Tram line to reopen</h1>
<p>The tram line along the canal in Oxmere reopens on Saturday after eleven months of work on its bridges, the city said.</p>
<p>About 14,000 people a day used the line before it closed. Buses have run in its place and were often late, passengers complained.</p>
<p>The work cost a third more than planned because the piers of two bridges had to be founded anew in the river bed.</p>
</article></body></html>`;

/** Prose, and none of it where an article's text stands. */
const IN_DOUBT = `<!doctype html><html lang="en"><head><title>Notes</title></head><body><footer><small>The harbour office said
on Monday that the new pier would open in spring, after two winters of work on it.</small></footer></body></html>`;

function run(command: string, args: readonly string[], cwd: string): string {
  // Under `npm test` this says where the developer stands; the user of the package stands in `cwd`.
  const env = { ...process.env, INIT_CWD: cwd };
  return execFileSync(command, [...args], { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

beforeAll(() => {
  // The stale build of another day must not pass for this one.
  rmSync(path.join(ROOT, 'dist'), { recursive: true, force: true });
  const packed = run('npm', ['pack', '--silent', '--pack-destination', folder], ROOT).trim().split('\n').at(-1) ?? '';
  mkdirSync(installed, { recursive: true });
  run('tar', ['-xzf', path.join(folder, packed), '-C', installed, '--strip-components=1'], folder);
  for (const name of readdirSync(path.join(ROOT, 'node_modules')).filter((each) => !each.startsWith('.'))) {
    symlinkSync(path.join(ROOT, 'node_modules', name), path.join(folder, 'node_modules', name));
  }
  // As npm links commands when it installs.
  mkdirSync(path.join(folder, 'node_modules/.bin'));
  for (const [name, file] of Object.entries(manifest().bin))
    symlinkSync(path.join(installed, file), path.join(folder, 'node_modules/.bin', name));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(path.join(ROOT, 'dist'), { recursive: true, force: true });
});

describe('the package', () => {
  it('holds no TypeScript source, which Node does not run below node_modules', () => {
    const files = readdirSync(installed, { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => /(?<!\.d)\.ts$/.test(file))).toEqual([]);
  });

  it('brings its licence, what has changed, and the operating guide', () => {
    const files = readdirSync(installed);
    expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'CHANGELOG.md', 'OPERATING.md']));
  });

  it('cleans text and HTML with the installed command, by npx', () => {
    writeFileSync(path.join(folder, 'tram.html'), PAGE);
    writeFileSync(path.join(folder, 'tram.txt'), PAGE.replaceAll(/<[^>]*>/g, ''));
    const lines = run('npx', ['--no', 'wirefold', 'clean', 'tram.html', 'tram.txt'], folder).trim().split('\n');
    const records = lines.map((line) => JSON.parse(line));
    expect(records.map((record) => record.headline)).toEqual(['Tram line to reopen', 'Tram line to reopen']);
    expect(records.map((record) => record.body.length)).toEqual([3, 3]);
  });

  it('offers in-memory ports and builders as wirefold/testing', () => {
    const script = "import { aChange } from 'wirefold/testing'; console.log(aChange({ key: 'incoming/a.txt' }).key)";
    expect(run(process.execPath, ['--input-type=module', '-e', script], folder).trim()).toBe('incoming/a.txt');
  });

  it('offers the library as wirefold, which loads jsdom for a page in doubt, and for no other and no text', () => {
    const script = `
      import { registerHooks } from 'node:module';
      const loaded = [];
      registerHooks({ resolve: (name, context, next) => (loaded.push(name), next(name, context)) });
      const { exportRecords, readArticle } = await import('wirefold');
      const record = await readArticle(process.argv[1], { url: 'https://news.example/tram' });
      const forText = loaded.includes('jsdom');
      let feed = '';
      for await (const piece of exportRecords([record], 'rss', { title: 'Mine' })) feed += piece;
      const { headline } = await readArticle(process.argv[2]);
      const forPage = loaded.includes('jsdom');
      await readArticle(process.argv[3]);
      console.log(JSON.stringify({ id: record.id, feed, headline, forText, forPage, forDoubt: loaded.includes('jsdom') }));`;
    const text = PAGE.replaceAll(/<[^>]*>/g, '');
    const out = JSON.parse(run(process.execPath, ['--input-type=module', '-e', script, text, PAGE, IN_DOUBT], folder));
    expect(out).toMatchObject({ id: expect.stringMatching(/^art_/), forText: false, forPage: false, forDoubt: true });
    expect(out.headline).toBe('Tram line to reopen');
    expect(out.feed).toContain('<item>');
  });

  it('offers a client of the store as wirefold/client, with types for all of it', () => {
    const script =
      "import { openStore } from 'wirefold/client'; openStore({ local: '/nowhere' }).catch((error) => console.log(error.message))";
    expect(run(process.execPath, ['--input-type=module', '-e', script], folder)).toContain('npm start');
    for (const { types } of Object.values(manifest().exports))
      expect(existsSync(path.join(installed, types))).toBe(true);
  });
});

interface Manifest {
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, { readonly types: string }>>;
}

function manifest(): Manifest {
  return JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8'));
}
