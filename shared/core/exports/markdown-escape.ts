/**
 * Text of strangers inside Markdown (CommonMark, and what GitHub adds). In: one line of safe text. Out: the same words. Promise: nothing
 * in it is markup, HTML, an entity or a link.
 */

const INLINE = /[\\`*_[\]<>#|~&^$]/g;
/** What opens a list, a rule or an underline when a line begins with it. */
const OPENING = /^([+\-=:])|^(\d{1,9})([.)])/;
/** Readers make links of bare addresses; with a backslash inside, the address is text again. */
const ADDRESS = /:(?=\/\/)|(?<=[Ww]{3})\.|@/g;

/** `1. *see* <b>` //=> `1\. \*see\* \<b\>` */
export function escapeMarkdown(text: string): string {
  return text
    .replace(INLINE, '\\$&')
    .replace(ADDRESS, '\\$&')
    .replace(OPENING, (_, sign?: string, number?: string, stop?: string) =>
      sign === undefined ? `${number}\\${stop}` : `\\${sign}`,
    );
}
