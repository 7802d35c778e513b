/** Sorted entries in, one page of a listing out: keys under the prefix, folders up to the delimiter, where to go on. */
import { LOCAL_LIMITS } from '../limits.ts';

export interface PageRequest {
  readonly prefix: string;
  readonly delimiter: string;
  readonly most: number;
}

export interface Page<Entry> {
  readonly entries: readonly Entry[];
  readonly folders: readonly string[];
  /** What to go on after, a key and (unless it is a folder) its entry; null at the end. */
  readonly next: { readonly key: string; readonly entry: Entry | null } | null;
}

/** Sorts after every key that starts with the text before it. */
const LAST = '\u{10FFFF}';

export function readPageRequest(query: URLSearchParams): PageRequest {
  const asked = Number(query.get('max-keys') ?? LOCAL_LIMITS.listKeys);
  const most = Number.isInteger(asked) && asked >= 0 ? Math.min(asked, LOCAL_LIMITS.listKeys) : LOCAL_LIMITS.listKeys;
  return { prefix: query.get('prefix') ?? '', delimiter: query.get('delimiter') ?? '', most };
}

export function pageOf<Entry extends { readonly key: string }>(
  all: Iterable<Entry>,
  request: PageRequest,
): Page<Entry> {
  const entries: Entry[] = [];
  const folders = new Set<string>();
  let last: Page<Entry>['next'] = null;
  if (request.most === 0) return { entries, folders: [], next: null };
  for (const entry of all) {
    const folder = folderOf(entry.key, request);
    if (folder !== null && folders.has(folder)) continue;
    if (entries.length + folders.size >= request.most) return { entries, folders: [...folders], next: last };
    if (folder === null) entries.push(entry);
    else folders.add(folder);
    last = folder === null ? { key: entry.key, entry } : { key: folder + LAST, entry: null };
  }
  return { entries, folders: [...folders], next: null };
}

function folderOf(key: string, { prefix, delimiter }: PageRequest): string | null {
  if (delimiter === '') return null;
  const end = key.indexOf(delimiter, prefix.length);
  return end < 0 ? null : key.slice(0, end + delimiter.length);
}
