/** Features are columns: a name and one number a block. The order of columns never matters, models ask for them by name. */

export type Columns = Map<string, Float32Array>;

export function column(columns: Columns, name: string, size: number, value: (index: number) => number): void {
  const values = new Float32Array(size);
  for (let i = 0; i < size; i += 1) values[i] = value(i);
  columns.set(name, values);
}

/** Counts and lengths grow without end; their logarithm is what trees split on well, and keeps the numbers small. */
export function log(value: number): number {
  return value >= 0 ? Math.log1p(value) : -Math.log1p(-value);
}

export function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}
