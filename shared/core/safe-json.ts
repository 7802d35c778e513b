/** JSON that is harmless wherever it is shown. In: any value. Out: its JSON. Promise: equal for every reader of JSON, one line. */

/** C0 and C1 controls (U+009B starts a terminal command by itself), line separators, and marks that reorder or hide text. */
export const UNSAFE_MARKS =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Cs}|[\u{e0000}-\u{e007f}]/gu;

/** Such marks come out escaped, as JSON allows for any character. */
export function safeJson(value: unknown): string {
  return JSON.stringify(value).replace(UNSAFE_MARKS, (mark) =>
    Array.from({ length: mark.length }, (_, at) => escaped(mark.charCodeAt(at))).join(''),
  );
}

function escaped(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}

/** For JSON inside of HTML: no `</script>` and no `<!--` can stand in it. */
export function scriptSafeJson(value: unknown): string {
  return safeJson(value).replaceAll('<', '\\u003c');
}
