/** Text of strangers for a terminal. In: any text. Out: one line of it. Promise: nothing in it moves the cursor, colours or reorders. */

import { UNSAFE_MARKS } from '../../shared/core/safe-json.ts';

export { safeJson } from '../../shared/core/safe-json.ts';

/** `a\u001b[31mb` //=> `a␛[31mb`; `\u202e` //=> `‹U+202E›`; line feeds and tabs become spaces. */
export function visible(text: string): string {
  return text.replace(UNSAFE_MARKS, (mark) => {
    const code = mark.codePointAt(0) ?? 0;
    if (code === 0x09 || code === 0x0a || code === 0x0d) return ' ';
    if (code < 0x20) return String.fromCodePoint(0x2400 + code);
    return code === 0x7f ? '␡' : `‹U+${code.toString(16).toUpperCase().padStart(4, '0')}›`;
  });
}
