/**
 * Text of strangers for a document that people open. In: any text. Out: the same words. Promise: well-formed, every character is one
 * that XML 1.0 allows, nothing in it moves a cursor or reorders what stands around it.
 */

/**
 * Controls but tab and line feed, and what is no character. Each is replaced, not dropped: dropping could make a word (or a tag) of what
 * stood apart.
 */
const NOT_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufff9-\ufffb\ufffe\uffff]|\p{Cs}/gu;
/** Embeddings, overrides and isolates are instructions to a page, not text; the marks that letters of Arabic and Hebrew need stay. */
const REORDERING = /[\u202a-\u202e\u2066-\u2069]/g;
const LINE_END = /\r\n?|[\u0085\u2028\u2029]/g;
const BLANKS = /[\t\n ]+/g;

/** Line ends become line feeds: `a\u001b[2Jb\r\nc` //=> `a�[2Jb\nc` */
export function safeText(text: string): string {
  return text.replace(REORDERING, '').replace(LINE_END, '\n').replace(NOT_TEXT, '\ufffd');
}

/** On one line, without blanks around it; hard spaces stay. */
export function oneLine(text: string): string {
  return safeText(text).replace(BLANKS, ' ').replace(/^ | $/g, '');
}
