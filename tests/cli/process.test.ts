import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ArticleRecord } from '../../shared/core/record.ts';
import { jsonLines } from './fake-io.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const MAIN = join(ROOT, 'cli/main.ts');
const SAMPLES = join(ROOT, 'infra/local/samples');

/** As `npm run` starts it: in the package's folder, with the user's folder in INIT_CWD. */
function wirefold(args: readonly string[], from: string, input = '') {
  const env = { ...process.env, INIT_CWD: from };
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    cwd: ROOT,
    env,
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('the command as a process', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'wirefold-process-'));
    const text =
      'Bridge reopens\n\nThe bridge over the Wend reopened on Monday after a year of repairs, the council said.\n';
    for (let n = 0; n < 400; n += 1) writeFileSync(join(folder, `${String(n).padStart(3, '0')}.txt`), text);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('cleans the bundled samples: every file but the broken one comes out, text and HTML, in order', () => {
    const { status, stdout, stderr } = wirefold(['clean', '.'], SAMPLES);
    const records = jsonLines(stdout).map((line) => ArticleRecord.parse(line));
    const paths = records.map((record) => record.source.path);
    expect(paths).toEqual([...paths].sort());
    expect(paths.filter((path) => /\.(txt|html)$/.test(path ?? ''))).toHaveLength(14);
    const hashOf = (file: string) =>
      records.find(({ source }) => source.path?.startsWith(file))?.fingerprint.contentHash;
    // The agency's text at two outlets is one text; a revision is another.
    expect(hashOf('01')).toBe(hashOf('02'));
    expect(hashOf('07')).not.toBe(hashOf('08'));
    expect(stderr).toMatch(/15-council-minutes\.txt: article\.no-text: .*PDF/);
    expect(status).toBe(1);
  });

  it('reads standard input and finds relative paths where the user stands', () => {
    const page =
      '<html lang="en"><body><article><h1>Bridge reopens</h1><p>The bridge over the Wend reopened on Monday.</p></article></body></html>';
    const { stdout, status } = wirefold(['clean', '-', '000.txt'], folder, page);
    expect(jsonLines(stdout)).toMatchObject([
      { headline: 'Bridge reopens', source: { path: '-', mediaType: 'text/html' } },
      { source: { path: '000.txt', mediaType: 'text/plain' } },
    ]);
    expect(status).toBe(0);
  });

  it('ends quietly when its reader goes away', async () => {
    const child = spawn(process.execPath, [MAIN, 'clean', folder], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    await Promise.race([once(child.stdout, 'data'), once(child, 'close')]);
    expect({ errors, running: child.exitCode === null }).toEqual({ errors: '', running: true });
    child.stdout.destroy();
    const [code] = await once(child, 'close');
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
  });

  it('ends quietly when nobody reads its help any more', async () => {
    const child = spawn(process.execPath, [MAIN, '--help'], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    const [code] = await once(child, 'close');
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
  });
});
