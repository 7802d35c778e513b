/** What is asked, as the address has it, and as a command has it. */

export const FIELDS = ['phrase', 'outlet', 'from', 'to', 'author', 'agency', 'language', 'dateStatus', 'url'] as const;

export type Search = Readonly<Record<string, string | null>>;

/** A phrase is looked for in the archive, which knows days and outlets besides. */
export const WITH_PHRASE: readonly string[] = ['phrase', 'outlet', 'from', 'to'];

export function searchOf(query: string): Search {
  const parameters = new URLSearchParams(query);
  const given = (name: string): string | null => parameters.get(name)?.trim() || null;
  const phrase = given('phrase');
  const fields = FIELDS.filter((name) => phrase === null || WITH_PHRASE.includes(name));
  const all = Object.fromEntries(FIELDS.map((name) => [name, fields.includes(name) ? given(name) : null]));
  return { ...all, cursor: phrase === null ? given('cursor') : null };
}

/** As `wirefold list` and `wirefold search` take it. */
export function argumentsOf(asked: Search): readonly string[] {
  const flags = Object.entries(asked).flatMap(([name, value]) => {
    if (value === null || name === 'phrase') return [];
    if (name === 'cursor') return ['--starting-token', value];
    return [`--${name === 'dateStatus' ? 'date-status' : name}`, value];
  });
  const phrase = asked['phrase'];
  return phrase == null ? ['list', ...flags, '--max-items', '50'] : ['search', phrase, ...flags];
}

export function addressOf(asked: Search): string {
  const given = Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== null);
  return `#/search?${new URLSearchParams(given)}`;
}
