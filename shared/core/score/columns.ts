/**
 * Features are columns: a name and one number a block. The order of columns never matters, models ask for them by name.
 * All of a page lie in one piece of memory, since a page has a hundred and a forest jumps between them.
 */

export interface Columns {
  /** Copies of nothing: views by name, for whoever wants them all. */
  readonly values: ReadonlyMap<string, Float32Array>;
  readonly filled: () => Filled;
  /** Room for a column of zeros to be filled in at once, or null when nobody wants it. */
  readonly room: (name: string, size: number) => Float32Array | null;
  /** Works a column out and keeps it under `name`, if anybody wants it. */
  readonly put: (name: string, size: number, value: (index: number) => number) => void;
}

export interface Filled {
  readonly numbers: Float32Array;
  /** Where each column begins. */
  readonly starts: ReadonlyMap<string, number>;
}

/** Columns at first, where nobody says which are wanted: training asks for all, some four hundred. */
const FIRST_COLUMNS = 64;

/** `wanted` names the columns that a model asks for: the others are never worked out. Null wants all. */
export function newColumns(wanted: ReadonlySet<string> | null): Columns {
  const starts = new Map<string, number>();
  let numbers = new Float32Array(0);
  let end = 0;
  let rows = 0;
  const room: Columns['room'] = (name, size) => {
    if (wanted !== null && !wanted.has(name)) return null;
    rows = size;
    if (end + size > numbers.length) numbers = grown(numbers, size * (wanted?.size ?? FIRST_COLUMNS));
    const start = end;
    end += size;
    starts.set(name, start);
    return numbers.subarray(start, end);
  };
  return {
    get values() {
      return new Map([...starts].map(([name, start]) => [name, numbers.subarray(start, start + rows)]));
    },
    filled: () => ({ numbers, starts }),
    room,
    put(name, size, value) {
      const values = room(name, size);
      if (values !== null) for (let i = 0; i < size; i += 1) values[i] = value(i);
    },
  };
}

function grown(numbers: Float32Array<ArrayBuffer>, more: number): Float32Array<ArrayBuffer> {
  const larger = new Float32Array(numbers.length + Math.max(more, numbers.length));
  larger.set(numbers);
  return larger;
}

export function column(columns: Columns, name: string, size: number, value: (index: number) => number): void {
  columns.put(name, size, value);
}

/** The same for what has been worked out already. */
export function givenColumn(columns: Columns, name: string, values: Float32Array): void {
  columns.room(name, values.length)?.set(values);
}

/** What stands `offset` blocks further on; `outside` where the page has no such block. */
export function shiftedColumn(
  columns: Columns,
  name: string,
  values: Float32Array,
  offset: number,
  outside: number,
): void {
  const shifted = columns.room(name, values.length);
  if (shifted === null) return;
  shifted.fill(outside);
  if (Math.abs(offset) >= values.length) return;
  if (offset < 0) shifted.set(values.subarray(0, offset), -offset);
  else shifted.set(values.subarray(offset));
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
