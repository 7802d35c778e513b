/** Features are columns: a name and one number a block. The order of columns never matters, models ask for them by name. */

export interface Columns {
  readonly values: ReadonlyMap<string, Float32Array>;
  /** Works a column out and keeps it under `name`, if anybody wants it. */
  readonly put: (name: string, size: number, value: (index: number) => number) => void;
}

/** `wanted` names the columns that a model asks for: the others are never worked out. Null wants all. */
export function newColumns(wanted: ReadonlySet<string> | null): Columns {
  const kept = new Map<string, Float32Array>();
  return {
    values: kept,
    put(name, size, value) {
      if (wanted !== null && !wanted.has(name)) return;
      const values = new Float32Array(size);
      for (let i = 0; i < size; i += 1) values[i] = value(i);
      kept.set(name, values);
    },
  };
}

export function column(columns: Columns, name: string, size: number, value: (index: number) => number): void {
  columns.put(name, size, value);
}

/** Most of what is asked for are small counts: their logarithms are looked up. */
const LOGS = Float64Array.from({ length: 2_048 }, (_, count) => Math.log1p(count));

/** Counts and lengths grow without end; their logarithm is what trees split on well, and keeps the numbers small. */
export function log(value: number): number {
  if (value >= 0 && value < LOGS.length && Number.isInteger(value)) return LOGS[value] ?? 0;
  return value >= 0 ? Math.log1p(value) : -Math.log1p(-value);
}

export function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}
