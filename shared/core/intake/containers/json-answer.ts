/**
 * What interfaces for news answer: an object with the list of articles in it, `{"status": "ok", "articles": [{…}, …]}`. In: text. Out: the
 * articles as pieces of text; null for other JSON. Promise: found by a list whose first record is an article that can be read.
 */
import { LIMITS } from '../../limits.ts';
import { Rejection } from '../../rejection.ts';
import type { Mapping } from '../formats/mapping.ts';
import { openStated } from '../formats/open-stated.ts';
import { type JsonElement, jsonElements } from './json-elements.ts';

/** Names of the list, in the first part of the answer. */
const LIST =
  /"(articles|results|items|data|news|documents|docs|records|stories|hits)"\s{0,20}:\s{0,20}(?=\[\s{0,200}\{)/g;
const HEAD_CHARS = 65_536;
/** Lists in the head that are looked at: of sources or of parameters, say. */
const MOST_LISTS = 5;

export interface JsonAnswer {
  readonly name: string;
  readonly elements: readonly JsonElement[];
}

export function jsonAnswer(text: string, mapping: Mapping | null): JsonAnswer | null {
  const lists = [...text.slice(0, HEAD_CHARS).matchAll(LIST)].slice(0, MOST_LISTS);
  if (lists.length === 0 || isArticle(text, mapping)) return null;
  for (const { 0: found, 1: name = '', index } of lists) {
    const elements = jsonElements(text.slice(index + found.length), LIMITS.containerMembers);
    if (isArticleElement(elements[0], mapping)) return { name, elements };
  }
  return null;
}

export function isArticleElement(element: JsonElement | undefined, mapping: Mapping | null): boolean {
  return element !== undefined && element.depth <= LIMITS.jsonDepth && isArticle(element.text, mapping);
}

/** Also one that is known for what it is and has no text. */
function isArticle(text: string, mapping: Mapping | null): boolean {
  try {
    return openStated(text, mapping) !== null;
  } catch (error) {
    if (error instanceof Rejection) return true;
    throw error;
  }
}
