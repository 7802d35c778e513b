/** The rooms of the house: imports run one way, and core knows nothing of the world. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FILES = globSync(['shared/**/*.ts', 'functions/**/*.ts', 'cli/**/*.ts', 'console/**/*.ts', 'infra/**/*.ts'], {
  cwd: ROOT,
});

/** For each room, the rooms it may import from (besides itself). */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'shared/core': [],
  'shared/pipeline': ['shared/core'],
  'shared/workers': ['shared/core', 'shared/pipeline'],
  'shared/aws': ['shared/core', 'shared/pipeline'],
  'shared/testing': ['shared/core', 'shared/pipeline'],
  'shared/api': ['shared/core', 'shared/pipeline'],
  'shared/archive': ['shared/core', 'shared/pipeline', 'shared/aws'],
  'shared/library': ['shared/core', 'shared/pipeline', 'shared/aws', 'shared/workers', 'shared/archive'],
  functions: ['shared/api', 'shared/core', 'shared/pipeline', 'shared/aws', 'shared/workers'],
  cli: ['shared/core', 'shared/pipeline', 'shared/aws', 'shared/workers', 'shared/archive', 'console'],
  console: ['shared/core', 'shared/pipeline', 'shared/aws', 'shared/workers'],
  'infra/local': ['shared/core', 'shared/pipeline', 'shared/aws', 'cli', 'console', 'infra'],
  // Limits only: the functions themselves it knows by path.
  infra: ['shared/core'],
};

const ROOMS = Object.keys(MAY_IMPORT).sort((a, b) => b.length - a.length);

function roomOf(file: string): string | undefined {
  return ROOMS.find((room) => file.startsWith(`${room}/`));
}

function importsOf(file: string): readonly string[] {
  const source = readFileSync(path.join(ROOT, file), 'utf8');
  return [...source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
}

function localTarget(file: string, specifier: string): string | null {
  return specifier.startsWith('.') ? path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier)) : null;
}

describe('imports run one way', () => {
  it('has files to look at in every room', () => {
    const seen = new Set(FILES.map(roomOf));
    expect(ROOMS.filter((room) => !seen.has(room))).toEqual([]);
  });

  it.each(FILES)('%s imports only from rooms it may know', (file) => {
    const room = roomOf(file) ?? '';
    const wrong = importsOf(file)
      .map((specifier) => localTarget(file, specifier))
      .filter((target) => target !== null)
      .filter((target) => {
        const other = roomOf(target);
        return other !== room && !(MAY_IMPORT[room] ?? []).includes(other ?? 'nowhere');
      });
    expect(wrong).toEqual([]);
  });

  it('only shared/aws (and the local run, which is an AWS of its own) imports the AWS SDK', () => {
    const strays = FILES.filter((file) => !file.startsWith('shared/aws/') && !file.startsWith('infra/local/')).filter(
      (file) => importsOf(file).some((specifier) => specifier.startsWith('@aws-sdk/')),
    );
    expect(strays).toEqual([]);
  });

  it('nobody reads or writes the table but in today’s schema', () => {
    const calls = /\b(?:dynamoTable|dynamoFeeds)\(/g;
    const wrapped = /\bcurrent(?:Table|Feeds)\(dynamo(?:Table|Feeds)\(/g;
    const users = FILES.filter((file) => !/^shared\/aws\/(?:table|feeds)\.ts$/.test(file)).map((file) => {
      const source = readFileSync(path.join(ROOT, file), 'utf8');
      return { file, all: source.match(calls)?.length ?? 0, wrapped: source.match(wrapped)?.length ?? 0 };
    });
    expect(users.filter(({ all }) => all > 0).length).toBeGreaterThan(1);
    expect(users.filter((user) => user.all !== user.wrapped)).toEqual([]);
  });

  it('core reads no clock, no environment, no randomness and no network', () => {
    const forbidden =
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|from 'node:(fs|net|http|https|dns|child_process)|\bfetch\(/;
    const strays = FILES.filter((file) => file.startsWith('shared/core/')).filter((file) =>
      forbidden.test(readFileSync(path.join(ROOT, file), 'utf8')),
    );
    expect(strays).toEqual([]);
  });

  it('no file is longer than 250 lines', () => {
    const long = FILES.filter((file) => readFileSync(path.join(ROOT, file), 'utf8').split('\n').length > 251);
    expect(long).toEqual([]);
  });
});
