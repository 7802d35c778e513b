/** The value of a field for a person. In: a field of an explanation. Out: one line of text, without the braces of JSON. */
import type { ExplainedField } from '../../shared/core/explain-fields.ts';

/** Offers that were not taken, and members of lists, have no value of their own: what stood there says it. */
export function shownValue({ value, raw }: Pick<ExplainedField, 'value' | 'raw'>): string {
  const shown = plain(value);
  return shown === '' ? (raw ?? '-') : shown;
}

/** `[{name: 'Anna Lee', kind: 'person'}]` //=> `Anna Lee (person)`; what is null or empty is left out. */
function plain(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value))
    return value
      .map(plain)
      .filter((text) => text !== '')
      .join(', ');
  if (typeof value !== 'object') return String(value);
  const entries = Object.entries(value).flatMap(([key, inner]) => {
    const text = plain(inner);
    return text === '' ? [] : [{ key, text }];
  });
  const [first, ...others] = entries;
  if (first === undefined) return '';
  if (first.key !== 'name') return entries.map(({ key, text }) => `${key} ${text}`).join(', ');
  const more = others.map(({ text }) => text).join(', ');
  return more === '' ? first.text : `${first.text} (${more})`;
}
