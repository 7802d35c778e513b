/** Patterns of policies: `*` stands for any text, `?` for one character. Promise: the time is bounded by the product of both lengths. */

/** `matches('obj#*', 'obj#1')` //=> true */
export function matches(pattern: string, text: string): boolean {
  let [at, inPattern, star, mark] = [0, 0, -1, 0];
  while (at < text.length) {
    const wanted = pattern[inPattern];
    if (wanted === '*') {
      [star, mark] = [inPattern, at];
      inPattern += 1;
    } else if (wanted === '?' || (wanted !== undefined && wanted === text[at])) {
      at += 1;
      inPattern += 1;
    } else if (star >= 0) {
      // The last star takes one character more.
      mark += 1;
      at = mark;
      inPattern = star + 1;
    } else return false;
  }
  return /^\**$/.test(pattern.slice(inPattern));
}
