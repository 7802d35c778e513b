/** Signs cut from the ends of a text, one by one: what a regular expression over page text would do in quadratic time. */

export function trimEndSigns(text: string, signs: ReadonlySet<string>): string {
  let end = text.length;
  while (end > 0 && signs.has(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, end);
}

export function trimStartSigns(text: string, signs: ReadonlySet<string>): string {
  let start = 0;
  while (start < text.length && signs.has(text[start] ?? '')) start += 1;
  return text.slice(start);
}

/** `signsOf('.,;')` with the blanks that pages use. */
export function signsOf(signs: string): ReadonlySet<string> {
  return new Set([...signs, ' ', '\u00a0', '\t', '\n']);
}
