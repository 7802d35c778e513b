/**
 * Decoded text that was found to be no single article in; as a person calls the file of many that it is out, or null. Promise: told by the same
 * signs by which a store takes it apart, so that whoever asks for a single article hears where its many are read.
 */
import { csvRows } from './containers/csv.ts';
import { isArticleElement, jsonAnswer, recordsIn } from './containers/json-answer.ts';
import { jsonElements } from './containers/json-elements.ts';
import { saysJsonFeed } from './containers/json-feed.ts';
import type { Mapping } from './formats/mapping.ts';
import { HEAD_CHARS } from './markup.ts';
import { hasObjectLines, SEPARATOR } from './object-lines.ts';

export function heldIn(text: string, mapping: Mapping | null): string | null {
  const head = text.slice(0, HEAD_CHARS).trimStart();
  if (head.startsWith('<')) return null;
  if (/^\x1e?[^\S\n]{0,8}\{/m.test(head) && hasObjectLines(Buffer.from(text))) return 'a file of JSON Lines';
  if (head.startsWith(SEPARATOR)) return 'a sequence of JSON texts';
  if (head.startsWith('[')) return isList(text, mapping) ? 'a list in JSON' : null;
  if (!head.startsWith('{')) return csvRows(text, 1, mapping) === null ? null : 'a table (CSV)';
  if (saysJsonFeed(head)) return 'a JSON Feed';
  return jsonAnswer(text, mapping) === null ? null : 'a list in JSON';
}

/** An article in JSON with others in it, which are read beside it. */
export function holdsOthers(text: string, mapping: Mapping | null): boolean {
  return text.slice(0, HEAD_CHARS).trimStart().startsWith('{') && jsonAnswer(text, mapping) !== null;
}

/** Of articles, or of answers: a list of anything else is JSON whose names nobody knows. */
function isList(text: string, mapping: Mapping | null): boolean {
  const [first] = jsonElements(text, 1);
  return first !== undefined && (isArticleElement(first, mapping) || recordsIn(first, '', mapping) !== null);
}
