/** Decoded text in; what it is written in out: HTML, plain text, or a text format that is not read yet. Names and types are hints only. */
import { DELIMITERS, hasEvenRows } from './containers/csv-records.ts';
import { isMailbox } from './mail/mail-head.ts';
import { XML_ROOTS } from './signatures.ts';

export type Written =
  | { readonly kind: 'html'; readonly mediaType: 'text/html' | 'application/xhtml+xml' }
  | { readonly kind: 'text' }
  | { readonly kind: 'unsupported'; readonly name: string };

/** Enough to see any preamble; the rest of the text is looked at only for its last character. */
export const HEAD_CHARS = 65_536;

const OPENING_BLOCKS: ReadonlySet<string> = new Set(
  (
    'html head body title meta style article section main header footer nav aside div p center ' +
    'h1 h2 h3 h4 h5 h6 ul ol li dl table tr td tbody thead figure blockquote pre form'
  ).split(' '),
);

/** A scrape of text may well begin with one of these, left over from a counter or a link. */
const OPENING_INLINES: ReadonlySet<string> = new Set(
  'a b i em strong span font img br hr link script noscript'.split(' '),
);

/** Tags that nobody writes by the way: this many of them make a page of text that begins without a tag. */
const BLOCK_TAG = /<\/?(?:p|div|li|td|tr|h[1-6]|article|section|br|figure)\b[^<>]{0,300}>/gi;
const BLOCK_TAGS = 5;
const BLOCK_END = /<\/(?:p|div|li|td|tr|h[1-6]|article|section|body|html)>/i;

/** What ends the comment, instruction or doctype at the start; null when an element stands there. */
function closingOf(rest: string): string | null {
  if (rest.startsWith('<!--')) return '-->';
  // A doctype may carry declarations of its own, each with a `>`.
  if (/^<!doctype[^>]{0,300}\[/i.test(rest)) return ']>';
  return /^<[!?]/.test(rest) ? '>' : null;
}

/** Past comments, processing instructions and the doctype to the name of the first element, lower case, without its prefix. */
export function rootName(head: string): {
  readonly name: string | null;
  readonly doctype: string;
  readonly xml: boolean;
} {
  let rest = head.trimStart();
  let doctype = '';
  const xml = /^<\?xml\b/i.test(rest);
  for (let step = 0; step < 50; step += 1) {
    const close = closingOf(rest);
    if (close === null) break;
    const end = rest.indexOf(close);
    if (end < 0) break;
    if (/^<!doctype\b/i.test(rest)) doctype = rest.slice(9, Math.min(end, 200)).trim().toLowerCase();
    rest = rest.slice(end + close.length).trimStart();
  }
  const name = /^<(?:[a-z][\w.-]{0,40}:)?([a-z][a-z0-9_.-]{0,40})(?=[\s/>])/i.exec(rest)?.[1] ?? null;
  return { name: name === null ? null : name.toLowerCase(), doctype, xml };
}

export function isJson(text: string): boolean {
  const head = text.slice(0, 200).trimStart();
  if (/^\{\s{0,40}(?:"[^"\n]{0,100}"\s{0,10}:|\}$)/.test(head)) return true;
  return /^\[\s{0,40}[[{"\d-]/.test(head) && text.slice(-200).trimEnd().endsWith(']');
}

function hasBlockTags(head: string): boolean {
  BLOCK_TAG.lastIndex = 0;
  for (let found = 0; found < BLOCK_TAGS; found += 1) if (BLOCK_TAG.exec(head) === null) return false;
  return true;
}

/** A table needs the hint as well as the look: two rows of prose may well have as many commas. */
export function isTable(head: string, saysTable: boolean): boolean {
  if (!saysTable) return false;
  const [first = '', second = ''] = head.slice(0, 8_192).split('\n');
  const isOnTop = (mark: string) => first.includes(mark) && (second === '' || second.includes(mark));
  return DELIMITERS.some((mark) => isOnTop(mark) || hasEvenRows(head, mark));
}

export interface FormatHints {
  readonly contentType: string | null;
  readonly name: string;
}

export function howWritten(text: string, { contentType, name }: FormatHints): Written {
  const head = text.slice(0, HEAD_CHARS).trimStart();
  const said = `${(contentType ?? '').toLowerCase().slice(0, 100)} ${name.toLowerCase().slice(-100)}`;
  if (isJson(text.trimStart())) return { kind: 'unsupported', name: 'JSON' };
  const root = rootName(head);
  const isHtml = root.name === 'html' || /^html\b/.test(root.doctype);
  if (isHtml) return { kind: 'html', mediaType: root.xml ? 'application/xhtml+xml' : 'text/html' };
  const news = root.name === null ? undefined : XML_ROOTS.get(root.name);
  if (news !== undefined) return { kind: 'unsupported', name: news };
  if (root.xml && root.name !== null) return { kind: 'unsupported', name: 'an XML document of unknown kind' };
  if (isMailbox(head)) return { kind: 'unsupported', name: 'a mailbox' };
  if (isTable(head, /text\/csv|tab-separated|\.csv|\.tsv/.test(said)))
    return { kind: 'unsupported', name: 'a table (CSV)' };
  const inline = root.name !== null && OPENING_INLINES.has(root.name) && BLOCK_END.test(head);
  const opens = inline || (root.name !== null && OPENING_BLOCKS.has(root.name));
  const saysHtml = /html/.test(said) && /<\/?[a-z][^<>]{0,300}>/i.test(head);
  const markdown = /markdown|\.md\b/.test(said);
  if (opens || saysHtml || (!markdown && hasBlockTags(head))) return { kind: 'html', mediaType: 'text/html' };
  return { kind: 'text' };
}
