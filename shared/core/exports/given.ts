/** Leaves out what is not there: a field that nothing is known of has no place in an export. */

/** `given({ a: 1, b: null, c: [] })` //=> `{ a: 1 }` */
export function given(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !isMissing(value)));
}

function isMissing(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

/** `und` is BCP 47 for: nobody can say. */
export function knownLanguage(language: string): string | null {
  return language === 'und' ? null : language;
}
