/**
 * Where HTML and plain text meet: a document is a list of blocks, each a line or paragraph with what is known about it.
 * From here on there is one path.
 */

/** A lean element: enough of the tree to label by, nothing that can run or be fetched. */
export interface Element {
  /** Lower case. */
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: Element | null;
  readonly depth: number;
}

export interface Block {
  /** Place in the document, from 0, without gaps. */
  readonly index: number;
  /** Text: line of the input, from 1. HTML: ordinal of the block, from 1. Pieces of one fused line share it. */
  readonly line: number;
  /** White space collapsed, machine damage repaired, NFC, never empty. */
  readonly text: string;
  /** As it stood in the input, when a repair changed more than white space; else null. */
  readonly raw: string | null;
  /** Element that makes the block (`p`, `h1`, `li`, `figcaption` ...); `line` in plain text. */
  readonly tag: string;
  /** The element itself; null in plain text. */
  readonly element: Element | null;
  /** Characters of `text` that stand inside links, 0 in plain text. */
  readonly linkChars: number;
  /** Text: a blank line stands before. HTML: false. */
  readonly gapBefore: boolean;
  /** Split out of a line in which page furniture and text were fused. */
  readonly fused: boolean;
}

/** A value that some part of the document offers for a field, before anything is chosen. */
export interface Candidate {
  readonly field: CandidateField;
  /** As found, white space collapsed, never empty. */
  readonly value: string;
  readonly source: 'json-ld' | 'meta' | 'microdata' | 'time' | 'readability' | 'title' | 'url' | 'link' | 'html';
  /** Where a person would find it: `meta[property="og:title"]`, `json-ld NewsArticle.headline`. */
  readonly where: string;
}

export type CandidateField =
  | 'headline'
  | 'body' // the text as JSON-LD declares it: a witness for the scorer, never the answer
  | 'deck'
  | 'author'
  | 'published'
  | 'modified'
  | 'publisher'
  | 'site'
  | 'section'
  | 'keywords'
  | 'url'
  | 'canonicalUrl'
  | 'language'
  | 'image'
  | 'agency'
  | 'type'
  | 'rights'
  | 'paywalled';

/** What Readability thinks the article is: a second opinion, never the answer. */
export interface Opinion {
  /** Paragraph texts, white space collapsed, in order. */
  readonly paragraphs: readonly string[];
  readonly headline: string | null;
  readonly byline: string | null;
}

export interface Page {
  readonly format: 'html' | 'text';
  readonly blocks: readonly Block[];
  readonly candidates: readonly Candidate[];
  readonly opinion: Opinion | null;
  /** Files that came with it and are not read, by name. */
  readonly attachments?: readonly string[];
  /** Repairs that apply to the whole document, as quality codes. */
  readonly repairs: readonly string[];
}
