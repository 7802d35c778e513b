import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PREPARED, preparedModule } from '../../infra/prepared-tables.ts';

const CORE = join(import.meta.dirname, '../../shared/core');

/** What the source of a module exports, as whoever imports it gets it. */
async function opened(source: string): Promise<Readonly<Record<string, unknown>>> {
  const module: Readonly<Record<string, unknown>> = await import(`data:text/javascript,${encodeURIComponent(source)}`);
  return { ...module };
}

/** Values with the order of maps and sets, which a comparison of them would not look at. */
function inOrder(value: unknown): unknown {
  if (value instanceof Map) return ['map', [...value].map(inOrder)];
  if (value instanceof Set) return ['set', [...value].map(inOrder)];
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value).map(([name, inner]) => [name, inOrder(inner)]);
}

describe('prepared tables', () => {
  it.each(PREPARED)('%s is in a bundle exactly what it is in the source, in the same order', async (name) => {
    const exports: Readonly<Record<string, unknown>> = await import(join(CORE, `${name}.ts`));
    const names = Object.keys(exports);
    const prepared = await opened(preparedModule(exports));
    expect(names.length).toBeGreaterThan(0);
    expect(Object.keys(prepared).toSorted()).toEqual(names.toSorted());
    for (const one of names) expect(inOrder(prepared[one])).toEqual(inOrder(exports[one]));
  });

  it.each(PREPARED)('%s says at its head that it is prepared', (name) => {
    const head = readFileSync(join(CORE, `${name}.ts`), 'utf8').split('*/', 1)[0];
    expect(head).toContain('infra/prepared-tables.ts');
  });

  it.each([
    ['a function', { none: () => true }],
    ['an expression', { none: /x/ }],
    ['nothing', { none: [undefined] }],
    ['a number that text does not keep', { none: new Map([[1, -0]]) }],
    ['a map in a list', { none: [new Map()] }],
  ])('%s is no table, and is refused when functions are bundled', (_, exports) => {
    expect(() => preparedModule(exports)).toThrow('A prepared table holds');
  });
});
