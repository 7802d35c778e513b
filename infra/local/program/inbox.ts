/**
 * A folder watched by looking at it: what lies there and has stopped growing is handed on, once per content.
 * Looking twice a second works alike on every file system, which watching does not.
 */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Milliseconds between two looks; a file must look the same twice before it is taken. */
const LOOK_MS = 400;
/** Files beyond this are left for the next look, so that one look stays short. */
const FILES_PER_LOOK = 500;
/** Looks for which a file that could not be taken is left alone, unless it changes: 30 s. */
const LOOKS_BETWEEN_TRIES = 75;

export interface Inbox {
  close(): Promise<void>;
}

/** `seenFile` remembers what was handed on, across runs. `take` gets the path and its name relative to the folder, with `/`. */
export function watchInbox(
  folder: string,
  seenFile: string,
  take: (file: string, name: string) => Promise<void>,
  onError: (name: string, error: unknown) => void,
): Inbox {
  mkdirSync(folder, { recursive: true });
  const seen = readSeen(seenFile);
  const troubles = makeTroubles(onError);
  let before = new Map<string, string>();
  let open = true;
  const look = async (): Promise<void> => {
    const now = stampsBelow(folder);
    const isNew = (name: string, stamp: string) => before.get(name) === stamp && seen.get(name) !== stamp;
    const settled = [...now].filter(([name, stamp]) => isNew(name, stamp) && troubles.isDue(name, stamp));
    before = now;
    for (const [name, stamp] of settled.slice(0, FILES_PER_LOOK)) {
      if (!open) break;
      await take(path.join(folder, name), name).then(
        () => seen.set(name, stamp),
        (error) => troubles.add(name, stamp, error),
      );
    }
    if (settled.length > 0) writeFileSync(seenFile, JSON.stringify(Object.fromEntries(seen)));
  };
  const watching = (async () => {
    while (open) {
      troubles.nextLook();
      // A folder that is gone is told of like a file that cannot be taken.
      if (troubles.isDue(folder, '')) await look().catch((error) => troubles.add(folder, '', error));
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  })();
  return {
    close: () => {
      open = false;
      return watching;
    },
  };
}

/** What could not be taken as it was: told once, left alone for a while, tried again at once when it has changed. */
function makeTroubles(onError: (name: string, error: unknown) => void) {
  const known = new Map<string, { readonly stamp: string; readonly until: number }>();
  let looks = 0;
  return {
    nextLook: () => {
      looks += 1;
    },
    isDue: (name: string, stamp: string): boolean => {
      const trouble = known.get(name);
      return trouble === undefined || trouble.stamp !== stamp || looks >= trouble.until;
    },
    add: (name: string, stamp: string, error: unknown): void => {
      if (known.get(name)?.stamp !== stamp) onError(name, error);
      known.set(name, { stamp, until: looks + LOOKS_BETWEEN_TRIES });
    },
  };
}

/** Name to size and time of change, for every plain file; names that start with a dot are the system's, not articles. */
function stampsBelow(folder: string): Map<string, string> {
  const stamps = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, file).split(path.sep).join('/');
    if (!entry.isFile() || name.split('/').some((part) => part.startsWith('.'))) continue;
    const stat = statSync(file, { throwIfNoEntry: false });
    if (stat) stamps.set(name, `${stat.size}:${stat.mtimeMs}`);
  }
  return stamps;
}

function readSeen(file: string): Map<string, string> {
  try {
    const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (parsed === null || typeof parsed !== 'object') return new Map();
    return new Map(Object.entries(parsed).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  } catch {
    return new Map();
  }
}
