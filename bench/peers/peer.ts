/** What every peer answers for one page, so that all are scored alike: one line of text per block. */
export interface PeerAnswer {
  readonly body: string;
  readonly headline: string | null;
  /** As the peer gives it; the scorer compares the calendar day. */
  readonly date: string | null;
  /** The day as the page prints it, where a peer tells it apart: as in the scorer beside the data, either counts as right. */
  readonly printedDate?: string | null;
  /** The peer asked for a second opinion of the page. */
  readonly asked?: boolean;
  readonly authors: readonly string[];
}

export type Peer = (html: string, url: string) => PeerAnswer | Promise<PeerAnswer>;

const BLOCKS = new Set(
  'address article aside blockquote br dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

interface NodeLike {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: Iterable<NodeLike>;
}

/** The text below a node with a line break around each block, so that words of neighbours never fuse. */
export function blockLines(root: NodeLike): string {
  const parts: string[] = [];
  const stack: (NodeLike | string)[] = [root];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (typeof next === 'string') parts.push(next);
    else if (next.nodeType === 3) parts.push(next.nodeValue ?? '');
    else if (next.nodeType === 1) {
      const edge = BLOCKS.has(next.nodeName.toLowerCase()) ? '\n' : '';
      parts.push(edge);
      stack.push(edge, ...[...next.childNodes].reverse());
    }
  }
  return parts.join('');
}

/** Readability's result in the common shape. */
export function fromReadability(
  result: { content?: unknown; title?: string | null; byline?: string | null; publishedTime?: string | null } | null,
): PeerAnswer {
  return {
    body: result?.content ? blockLines(result.content as NodeLike) : '',
    headline: result?.title ?? null,
    date: result?.publishedTime ?? null,
    authors: result?.byline ? [result.byline] : [],
  };
}
