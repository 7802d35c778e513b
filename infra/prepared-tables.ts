/**
 * Tables that are worked out when functions are bundled, so that no start has to. In: a module that exports nothing but data. Out: source
 * that exports the same, ready made. Promise: the same values in the same order; what is no plain data is an error here and not a
 * surprise there.
 *
 * Why: to take phrases of thirty languages apart took a fifth of a cold start.
 */

/** Modules by their paths in `shared/core`: each says so at its head. */
export const PREPARED: readonly string[] = [
  'label/gate-words',
  'label/phrase-words',
  'read/agency-spellings',
  'read/byline-openers',
  'read/credit-phrases',
  'read/name-words',
  'read/vocabulary',
];

const NAME = /^[A-Za-z_$][\w$]*$/;

/** Source of a module with the same exports. Only modules without side effects come here: what nobody imports is left out. */
export function preparedModule(exports: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(exports).map(([name, value]) => {
    if (!NAME.test(name)) throw new Error(`A prepared table cannot be called ${name}.`);
    return `export const ${name} = ${source(value)};`;
  });
  return `${lines.join('\n')}\n`;
}

function source(value: unknown): string {
  if (value instanceof Map) return pure(`new Map(${parsed([...value])})`);
  if (value instanceof Set) return pure(`new Set(${parsed([...value])})`);
  if (!isPlainObject(value)) return parsed(value);
  return `{ ${Object.entries(value)
    .map(([name, inner]) => `${JSON.stringify(name)}: ${source(inner)}`)
    .join(', ')} }`;
}

const pure = (expression: string) => `/* @__PURE__ */ ${expression}`;

/** A text that is parsed is opened sooner than the same as source, which the engine would read with greater care. */
function parsed(value: unknown): string {
  if (!isJson(value)) throw new TypeError('A prepared table holds what is neither text, number, list, map nor set.');
  return pure(`JSON.parse(${JSON.stringify(JSON.stringify(value))})`);
}

function isJson(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  if (Array.isArray(value)) return value.every(isJson);
  return isPlainObject(value) && Object.values(value).every(isJson);
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
