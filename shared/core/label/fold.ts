/**
 * Labelling: text with its white space collapsed comes in, a form in which lines can be compared goes out.
 * Promise: case, quotes, digits and the punctuation at both ends make no difference afterwards.
 */

/** Signs around a line that say nothing: arrows, bullets, brackets, separators, final stops. */
const EDGE = /[^\p{L}\p{N}#%$€£]/u;
const QUOTES = /[’‘ʼ`´]/g;
const NUMBERS = /\d[\d.,]*/g;
/** Scripts written without blanks: every character may begin a word. */
const UNSPACED = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]/;

/** `» 1,204 Comments:` //=> `# comments` */
export function fold(text: string): string {
  return withoutEdges(foldInside(text));
}

/** The second half of `fold`, for callers that need both forms. */
export function withoutEdges(folded: string): string {
  let start = 0;
  let end = folded.length;
  while (start < end && isEdge(folded, start)) start++;
  while (end > start && isEdge(folded, end - 1)) end--;
  return folded.slice(start, end);
}

/** Plain letters and digits, which most lines begin and end with, are told without a regular expression. */
function isEdge(folded: string, at: number): boolean {
  const code = folded.charCodeAt(at);
  if ((code > 0x60 && code < 0x7b) || (code > 0x2f && code < 0x3a)) return false;
  return EDGE.test(folded[at] ?? '');
}

/** Like `fold`, but keeps the punctuation: for phrases that stand inside a line. */
export function foldInside(text: string): string {
  const lower = text.toLowerCase();
  const { quote, digit } = signsIn(lower);
  const quoted = quote ? lower.replaceAll(QUOTES, "'") : lower;
  return digit ? quoted.replaceAll(NUMBERS, '#') : quoted;
}

/** What is to be replaced at all, in one walk. */
function signsIn(text: string): { readonly quote: boolean; readonly digit: boolean } {
  let quote = false;
  let digit = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0x60 && code < 0x7b) continue;
    if (code > 0x2f && code < 0x3a) digit = true;
    else if (code === 0x60 || code === 0xb4 || code === 0x2bc || code === 0x2018 || code === 0x2019) quote = true;
  }
  return { quote, digit };
}

export function isWordStart(text: string, at: number): boolean {
  const here = text.charCodeAt(at);
  // Plain letters are by far the most frequent: decided without a regular expression.
  if (here < 0x80 && !((here > 0x60 && here < 0x7b) || (here > 0x2f && here < 0x3a) || here === 0x23)) return false;
  if (here >= 0xe00 && UNSPACED.test(text[at] ?? '')) return true;
  const before = at === 0 ? 0x20 : text.charCodeAt(at - 1);
  if (before < 0x80) return !((before > 0x60 && before < 0x7b) || (before > 0x2f && before < 0x3a));
  return !/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ');
}

/** Drops what stands between quotation marks: what a source says is not what the paper says. */
export function withoutQuotes(text: string): string {
  // Without a sign that opens one there is nothing to look for.
  if (!/["“«„「]/.test(text)) return text;
  return text.replaceAll(/“[^“”]*”|"[^"]*"|«[^«»]*»|„[^„“”]*[“”]|「[^「」]*」/g, ' ');
}
