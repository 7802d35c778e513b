/** Text of strangers for a terminal. In: any text. Out: one line of it. Promise: nothing in it moves the cursor, colours or reorders. */

/** C0 and C1 controls (U+009B starts a terminal command by itself), line separators, and marks that reorder or hide text. */
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Cs}|[\u{e0000}-\u{e007f}]/gu;

/** `a\u001b[31mb` //=> `a␛[31mb`; `\u202e` //=> `‹U+202E›`; line feeds and tabs become spaces. */
export function visible(text: string): string {
  return text.replace(UNSAFE, (mark) => {
    const code = mark.codePointAt(0) ?? 0;
    if (code === 0x09 || code === 0x0a || code === 0x0d) return ' ';
    if (code < 0x20) return String.fromCodePoint(0x2400 + code);
    return code === 0x7f ? '␡' : `‹U+${code.toString(16).toUpperCase().padStart(4, '0')}›`;
  });
}

/** The same value as JSON, with such marks escaped: harmless on a terminal, equal for every reader of JSON. */
export function safeJson(value: unknown): string {
  return JSON.stringify(value).replace(UNSAFE, (mark) =>
    Array.from({ length: mark.length }, (_, at) => `\\u${mark.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  );
}
