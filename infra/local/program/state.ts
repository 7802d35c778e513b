/** One local run at a time owns a state folder; a second would write into the same databases. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Throws when another process holds the folder. Gives the way to let go of it; a killed run's hold is taken over. */
export function holdState(stateDir: string): () => void {
  const file = path.join(stateDir, 'pid');
  const holder = holderOf(file);
  if (holder !== null) {
    throw new Error(
      `Another local run (process ${holder}) uses ${stateDir}. Stop it, or take another folder: --state DIR --port 0`,
    );
  }
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
}

function holderOf(file: string): number | null {
  const pid = Number(read(file));
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return null;
  try {
    process.kill(pid, 0);
    return pid;
  } catch {
    return null;
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
