/** Indexes of the table lag behind it: who writes decides by consistent reads of items alone, and lists are for people who ask. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** What writes: the functions that are woken, and what people decide. */
const WRITERS = [
  ...['ingest', 'group', 'gather', 'settle', 'archive', 'purge'].map((name) => `functions/${name}/index.ts`),
  ...['take-down', 'undo-take-down', 'redrive'].map((name) => `shared/pipeline/${name}.ts`),
];
/** A read of an index, through the port or by name. */
const ASKS_INDEX = /\.feed\(|\bdynamoFeeds\(|\bIndexName\b/;
/** They say how an index would be read, for whoever has one; here nobody has. */
const DOORS: readonly string[] = ['shared/pipeline/current-schema.ts', 'shared/aws/table-requests.ts'];

function reachedFrom(file: string, seen: Set<string> = new Set()): ReadonlySet<string> {
  if (seen.has(file) || !existsSync(path.join(ROOT, file))) return seen;
  seen.add(file);
  for (const [, specifier = ''] of sourceOf(file).matchAll(/^(?:import|export) (?!type\b)[^;]*?'(\.[^']+)'/gms))
    reachedFrom(path.posix.join(path.posix.dirname(file), specifier), seen);
  return seen;
}

function sourceOf(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

describe('whoever writes', () => {
  it.each(WRITERS)('%s reads no index of the table', (writer) => {
    const reached = [...reachedFrom(writer)];
    expect(reached.length).toBeGreaterThan(5);
    expect(reached.filter((file) => !DOORS.includes(file) && ASKS_INDEX.test(sourceOf(file)))).toEqual([]);
  });

  it('would be seen to read one, as those who ask do', () => {
    const asked = [...reachedFrom('functions/query/index.ts')].filter((file) => ASKS_INDEX.test(sourceOf(file)));
    expect(asked.filter((file) => !DOORS.includes(file)).length).toBeGreaterThan(0);
  });
});
