/**
 * Text of a mail as `format=flowed` sends it in (RFC 3676), its paragraphs on a line each out: a blank at the end of a line says that the
 * paragraph goes on. Promise: words are never added, dropped or put in another order.
 */

/** Before a signature stands this line, whose blank at the end says nothing. */
const SIGNATURE = '-- ';

export interface FlowedOptions {
  /** The blank at the end is no part of the text: Chinese and Japanese have none between words. */
  readonly dropsBlank: boolean;
}

export function unflowed(text: string, { dropsBlank }: FlowedOptions): string {
  const found: string[] = [];
  let open: { readonly quotes: number; readonly pieces: string[] } | null = null;
  for (const line of text.split(/\r?\n/)) {
    const quotes = quotesBefore(line);
    const bare = line.slice(quotes);
    const content = bare.startsWith(' ') ? bare.slice(1) : bare;
    const flows = content.endsWith(' ') && content !== SIGNATURE;
    const piece = flows && dropsBlank ? content.slice(0, -1) : content;
    if (open !== null && open.quotes === quotes && content !== SIGNATURE) open.pieces.push(piece);
    else {
      if (open !== null) found.push(written(open));
      open = { quotes, pieces: [piece] };
    }
    if (!flows) {
      found.push(written(open));
      open = null;
    }
  }
  if (open !== null) found.push(written(open));
  return found.join('\n');
}

function quotesBefore(line: string): number {
  let at = 0;
  while (line[at] === '>') at += 1;
  return at;
}

function written({ quotes, pieces }: { readonly quotes: number; readonly pieces: readonly string[] }): string {
  return `${quotes === 0 ? '' : `${'>'.repeat(quotes)} `}${pieces.join('')}`;
}
