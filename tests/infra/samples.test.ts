import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const FOLDER = resolve(import.meta.dirname, '../../infra/local/samples');
const Listed = z.array(
  z.strictObject({
    file: z.string(),
    key: z.string().startsWith('incoming/'),
    contentType: z.string().optional(),
    // S3 carries ASCII in headers.
    metadata: z.record(z.string(), z.string().regex(/^[\x20-\x7e]+$/)).optional(),
  }),
);
const samples = Listed.parse(JSON.parse(readFileSync(join(FOLDER, 'samples.json'), 'utf8')));
/** Names of standards that pages must spell out; everything else is invented. */
const STANDARDS = ['schema.org', 'www.w3.org'];

describe('the bundled samples', () => {
  it('are all listed, each under a key of its own', () => {
    const files = readdirSync(FOLDER).filter((name) => /^\d/.test(name));
    expect(samples.map((sample) => sample.file)).toEqual(files.sort());
    expect(new Set(samples.map((sample) => sample.key)).size).toBe(samples.length);
    expect(samples.length).toBeGreaterThanOrEqual(10);
  });

  it.each(samples)('$file names no real site', ({ file, metadata }) => {
    const text = `${readFileSync(join(FOLDER, file), 'latin1')} ${Object.values(metadata ?? {}).join(' ')}`;
    const hosts = [...text.matchAll(/https?:\/\/([a-z0-9.-]+)/g)].map((match) => match[1] ?? '');
    expect(hosts.filter((host) => !host.endsWith('.example') && !STANDARDS.includes(host))).toEqual([]);
  });

  it('hold a revision: two files of one address, captured one after the other', () => {
    const at = (file: string) => samples.find((sample) => sample.file.includes(file))?.metadata ?? {};
    const [first, revised] = [at('quarry-first'), at('quarry-revised')];
    expect(first['url']?.split('?')[0]).toBe(revised['url']);
    expect(Date.parse(revised['captured-at'] ?? '')).toBeGreaterThan(Date.parse(first['captured-at'] ?? ''));
  });
});
