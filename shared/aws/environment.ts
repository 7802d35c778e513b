/** Settings of a function, from its environment. Promise: what is missing is named at start, not found out by the first file. */

export type Environment = Readonly<Record<string, string | undefined>>;

/** `requireVariables(process.env, ['TABLE_NAME'])` //=> `{ TABLE_NAME: '…' }`; throws naming every variable that is missing. */
export function requireVariables<const Name extends string>(
  environment: Environment,
  names: readonly Name[],
): Readonly<Record<Name, string>> {
  const missing = names.filter((name) => (environment[name] ?? '') === '');
  if (missing.length > 0) throw new Error(`Missing environment variable: ${missing.join(', ')}`);
  return Object.fromEntries(names.map((name) => [name, environment[name]])) as Record<Name, string>;
}
