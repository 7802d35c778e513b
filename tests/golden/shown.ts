/** Values as a person reads them in a diff. In: any plain value. Out: lines. Promise: two values that differ look different. */

/** `{name: 'Ada', keys: new Set([1])}` //=> `name: "Ada"`, `keys: [1]`; of lists one line for each part; JSON otherwise. */
export function shownLines(value: unknown): readonly string[] {
  if (Array.isArray(value))
    return value.length === 0 ? ['(none)'] : value.map((one) => (typeof one === 'string' ? one : shown(one)));
  if (typeof value !== 'object' || value === null) return [shown(value)];
  return Object.entries(value).flatMap(([key, part]) =>
    Array.isArray(part) && part.some((one) => typeof one === 'object' && one !== null)
      ? [`${key}:`, ...part.map((one) => `  - ${shown(one)}`)]
      : [`${key}: ${shown(part)}`],
  );
}

export function shown(value: unknown): string {
  return JSON.stringify(value, plain) ?? 'undefined';
}

/** What JSON does not know is told too. */
function plain(_key: string, value: unknown): unknown {
  if (value instanceof Set) return [...value];
  if (value instanceof Map) return Object.fromEntries(value);
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  return value;
}
