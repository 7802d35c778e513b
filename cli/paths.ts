/** What the user named, as inputs to read. In: paths as given. Out: files in sorted order. Promise: bounded reads, no link loops. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { LIMITS } from '../shared/core/limits.ts';
import { Rejection } from '../shared/core/rejection.ts';

export interface Input {
  /** As given; for a member of a folder, the folder as given and the way to the member; `-` for standard input. */
  readonly path: string;
  /** Way from what was named to this file, with `/`: for a member of folder `news`, `news/a.txt`; for a file, its name. */
  readonly relative: string;
  /** When the file was last written; null for standard input. */
  modified(): Promise<Date | null>;
  /** Null for standard input. */
  size(): Promise<number | null>;
  /** Throws `Rejection` for a file over the limit, before reading it; by default that of one document. */
  read(most?: number): Promise<Uint8Array>;
}

/** All of them: names are small, and a progress bar needs to know how many there are. */
export async function allInputs(paths: readonly string[], base: string, stdin: Readable): Promise<readonly Input[]> {
  const all: Input[] = [];
  for await (const input of inputs(paths, base, stdin)) all.push(input);
  return all;
}

/** Paths that do not exist come out as inputs whose `read` throws, so that the rest is still worked off. */
async function* inputs(paths: readonly string[], base: string, stdin: Readable): AsyncGenerator<Input> {
  for (const path of paths) {
    if (path === '-') yield standardInput(stdin);
    else if (await isFolder(resolve(base, path))) yield* folder(path, base);
    else yield file(path, base, basename(path));
  }
}

async function* folder(path: string, base: string): AsyncGenerator<Input> {
  const root = basename(resolve(base, path));
  for await (const member of members(resolve(base, path), '')) {
    yield file(join(path, member), base, `${root}/${member}`);
  }
}

/** Depth first, by code point, without hidden files; links to folders are not followed. */
async function* members(folderPath: string, prefix: string): AsyncGenerator<string> {
  const entries = await readdir(folderPath, { withFileTypes: true });
  const visible = entries.filter((entry) => !entry.name.startsWith('.'));
  visible.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of visible) {
    const name = `${prefix}${entry.name}`;
    if (entry.isDirectory()) yield* members(join(folderPath, entry.name), `${name}/`);
    else if (entry.isFile() || (entry.isSymbolicLink() && !(await isFolder(join(folderPath, entry.name))))) yield name;
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    // Reading it says what is wrong with it, at its turn.
    return false;
  }
}

function file(path: string, base: string, relative: string): Input {
  const full = resolve(base, path);
  return {
    path,
    relative,
    modified: async () => (await stat(full)).mtime,
    size: async () => (await stat(full)).size,
    read: async (most = LIMITS.objectBytes) => {
      const { size } = await stat(full);
      if (size > most) throw tooLarge(size, most);
      return readFile(full);
    },
  };
}

function standardInput(stdin: Readable): Input {
  return {
    path: '-',
    relative: 'stdin',
    modified: async () => null,
    size: async () => null,
    read: (most) => bounded(stdin, most),
  };
}

async function bounded(stream: Readable, most: number = LIMITS.objectBytes): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > most) throw tooLarge(size, most);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function tooLarge(bytes: number, most: number): Rejection {
  return new Rejection('document.too-large', `${bytes} bytes is over the limit of ${most}`);
}
