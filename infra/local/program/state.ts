/** One local run at a time owns a state folder. In: the folder. Out: it is ours until let go, or until this process dies. */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { openDatabase } from '../database.ts';

const LOCK = 'lock';

/** Throws when another local run works on the folder. The lock is the operating system's, so that a killed run holds nothing. */
export function holdState(stateDir: string): () => void {
  mkdirSync(stateDir, { recursive: true });
  const lock = openDatabase(path.join(stateDir, LOCK));
  return () => lock.close();
}

/** All that a run writes into its folder beside the lock. */
export const STATE_FILES = {
  assembly: 'cdk.out',
  data: 'data',
  /** Where the running stack listens and what it is called, for the command line. */
  facts: 'local.json',
  samplesPut: 'samples-put',
  inboxSeen: 'inbox.json',
} as const;

/** Forgets what earlier runs stored, by name: `--state` may point to a folder in which a user keeps other things. */
export function clearState(stateDir: string): void {
  for (const name of Object.values(STATE_FILES)) rmSync(path.join(stateDir, name), { recursive: true, force: true });
}
