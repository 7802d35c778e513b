/** The archive bucket in memory, with the semantics of the real one. */
import type { ArchiveFiles } from '../pipeline/archive-ports.ts';

export interface MemoryFiles extends ArchiveFiles {
  readonly contents: ReadonlyMap<string, Uint8Array>;
}

const PAGE = 1_000;

export function memoryFiles(): MemoryFiles {
  const contents = new Map<string, Uint8Array>();
  return {
    contents,
    list: async (prefix, after) =>
      [...contents]
        .filter(([name]) => name.startsWith(prefix) && (after === null || name > after))
        .map(([name, { length }]) => ({ name, bytes: length }))
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .slice(0, PAGE),
    read: async (name) => contents.get(name) ?? null,
    slice: async (name, start, end) => contents.get(name)?.slice(start, end) ?? null,
    put: async (name, bytes) => void contents.set(name, bytes),
    remove: async (name) => void contents.delete(name),
  };
}
