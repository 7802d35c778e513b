/** Records in JSON that stand one after the other over several lines, which no format has. In: text. Out: whether it is such a run. Promise: one pass, nothing is parsed. */

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;

/** `{"a":\n1}\n{"a":\n2}` //=> true */
export function isRunOfRecords(text: string): boolean {
  const start = text.search(/\S/);
  if (text.charCodeAt(start) !== OPEN) return false;
  let [depth, isQuoted] = [0, false];
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isQuoted) {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE) isQuoted = false;
    } else if (code === QUOTE) isQuoted = true;
    else if (code === OPEN) depth += 1;
    else if (code === CLOSE) {
      depth -= 1;
      if (depth === 0)
        return text
          .slice(at + 1)
          .trimStart()
          .startsWith('{');
    }
  }
  return false;
}
