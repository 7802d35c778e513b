/** A value out of a page's metadata in; plain text out: entities decoded, tags gone, white space collapsed, at most `maxChars`. */
import { Parser } from 'htmlparser2';

/** Longer than any headline, name or standfirst. */
const VALUE_CHARS = 2_000;

/** Metadata is often encoded twice (`&amp;#8217;`), seldom three times. */
const TIMES_ENCODED = 2;

function decoded(text: string): string {
  const parts: string[] = [];
  const parser = new Parser({
    ontext: (part) => {
      parts.push(part);
    },
    onopentagname: () => {
      parts.push(' ');
    },
  });
  parser.end(text);
  return parts.join('');
}

export function plain(value: string, maxChars = VALUE_CHARS): string {
  let text = value.slice(0, maxChars);
  for (let time = 0; time < TIMES_ENCODED && /&[a-z#]|<[a-z/!]/i.test(text); time += 1) text = decoded(text);
  return text.replace(/[\s\u200b\ufeff\u00ad]+/g, ' ').trim();
}
