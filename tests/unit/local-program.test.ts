/** The parts of `npm start` that touch a user's own folders: the watched one, and the one that keeps the state. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchInbox } from '../../infra/local/program/inbox.ts';
import { clearState, STATE_FILES } from '../../infra/local/program/state.ts';
import { whyNot } from '../../infra/local/program/synth.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'wirefold-program-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the inbox', () => {
  /** Enough looks for the same trouble to be told several times. */
  const SEVERAL_LOOKS_MS = 2_500;

  it('tells once of a file that cannot be taken, and takes the others', async () => {
    for (const name of ['bad.html', 'good.html']) writeFileSync(path.join(folder, name), 'x');
    const told: string[] = [];
    const taken: string[] = [];
    const take = async (_: string, name: string) => {
      if (name === 'bad.html') throw new Error('no');
      taken.push(name);
    };
    const inbox = watchInbox(folder, path.join(folder, '.seen.json'), take, (name) => told.push(name));
    await new Promise((resolve) => setTimeout(resolve, SEVERAL_LOOKS_MS));
    await inbox.close();
    expect({ told, taken }).toEqual({ told: ['bad.html'], taken: ['good.html'] });
  });

  it('tries a file again at once when it has changed', async () => {
    const file = path.join(folder, 'late.html');
    writeFileSync(file, 'x');
    const take = vi.fn(async () => {}).mockRejectedValueOnce(new Error('no'));
    const inbox = watchInbox(folder, path.join(folder, '.seen.json'), take, () => writeFileSync(file, 'longer'));
    await vi.waitFor(() => expect(take).toHaveBeenCalledTimes(2), SEVERAL_LOOKS_MS);
    await inbox.close();
  });
});

it('tells once that the folder of the inbox is gone', async () => {
  const gone = path.join(folder, 'inbox');
  const told: string[] = [];
  const inbox = watchInbox(
    gone,
    path.join(folder, 'seen.json'),
    async () => {},
    (name) => told.push(name),
  );
  rmSync(gone, { recursive: true });
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  await inbox.close();
  expect(told).toEqual([gone]);
});

describe('a fresh start', () => {
  it('forgets what earlier runs stored, and nothing else that lies in the folder', () => {
    const own = Object.values(STATE_FILES).map((name) => path.join(folder, name));
    for (const place of own) mkdirSync(place);
    const foreign = path.join(folder, 'thesis.txt');
    writeFileSync(foreign, 'years of work');
    clearState(folder);
    expect(own.filter(existsSync)).toEqual([]);
    expect(existsSync(foreign)).toBe(true);
  });
});

describe('a stack that is not synthesized', () => {
  it('says why, also when the machine was too busy for it', () => {
    expect(whyNot(null, 'no such setting: stge')).toContain('no such setting: stge');
    expect(whyNot('SIGTERM', '')).toMatch(/stopped \(SIGTERM\), as it is after 3 minutes.*try again/);
  });
});
