/**
 * Text that a wire machine has wrapped, as one paragraph of mark-up or of plain text, in; its paragraphs out: each begins with an indented
 * line, as teletypes did. Promise: text that is only indented by whoever printed its mark-up stays one paragraph.
 */

const INDENTED = /^[ \t\u3000]{2,20}\S/;
/** Lines that go on at the margin: in mark-up that was only printed prettily none does. */
const AT_MARGIN = { fewest: 2, share: 0.3 } as const;

/** `    One line\nand its end.\n    Another` //=> two paragraphs. */
export function unwrapped(text: string): readonly string[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/);
  const rest = lines.slice(1).filter((line) => line.trim() !== '');
  const atMargin = rest.filter((line) => /^\S/.test(line)).length;
  const isWrapped = atMargin >= AT_MARGIN.fewest && atMargin >= AT_MARGIN.share * rest.length;
  if (!isWrapped || !rest.some((line) => INDENTED.test(line))) return [text];
  const paragraphs: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() === '' || INDENTED.test(line)) paragraphs.push([]);
    paragraphs.at(-1)?.push(line);
  }
  return paragraphs.map((own) => own.join(' ')).filter((paragraph) => paragraph.trim() !== '');
}
