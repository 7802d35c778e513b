/**
 * JSON-LD that describes several articles, in a graph or a list of items, in; each as JSON-LD of its own, beside the people and houses that it
 * points to, out. Promise: only what carries its text is an article here; a list of links has none.
 */
import { isObject, type Json, type JsonObject, listOf } from '../../html/json.ts';
import { typeName } from '../../html/jsonld.ts';
import { LIMITS } from '../../limits.ts';
import { longText } from '../formats/json-value.ts';
import { parsedRecord } from '../python-json.ts';
import { type JsonElement, jsonElements } from './json-elements.ts';

/** Where articles stand, one in another. */
const WRAPPERS = ['@graph', 'mainEntity', 'itemListElement', 'item', 'blogPost', 'hasPart'] as const;
const MOST_WRAPPERS = 4;
const WRAPPED = /"(?:@graph|itemListElement|blogPost|hasPart)"\s{0,20}:\s{0,20}\[/;
/** What articles point to is repeated in each of them, up to so many times the length of the file. */
const MOST_REPEATED = 4;
const POINTER = /"@id":"((?:[^"\\]|\\.){1,500})"/g;
/** In one article. */
const MOST_POINTERS = 50;

export interface LinkedArticle extends JsonElement {
  readonly place: string;
}

export function mayHoldLinked(text: string): boolean {
  return WRAPPED.test(text);
}

export function linkedArticles(text: string): readonly LinkedArticle[] {
  const [record] = jsonElements(`[${text}]`, 1);
  const value = record === undefined || record.depth > LIMITS.jsonDepth ? undefined : parsedRecord(text);
  if (!isObject(value) || record === undefined) return [];
  const others = new Map(listOf(value['@graph']).flatMap(pointedTo));
  const context = value['@context'] ?? 'https://schema.org';
  let left = MOST_REPEATED * text.length;
  return articlesIn(value, '', 0)
    .slice(0, LIMITS.containerMembers + 1)
    .map(({ place, node }) => {
      const own = JSON.stringify(node);
      const beside = pointers(own).flatMap((id) => others.get(id) ?? []);
      left -= beside.reduce((sum, { length }) => sum + length, 0);
      const graph = [own, ...(left < 0 ? [] : beside)].join(',');
      return {
        place,
        text: `{"@context":${JSON.stringify(context)},"@graph":[${graph}]}`,
        depth: record.depth,
        isCut: false,
      };
    });
}

function pointers(text: string): readonly string[] {
  const ids = [...text.matchAll(POINTER)].slice(0, MOST_POINTERS).map(([, id = '']) => id);
  return [...new Set(ids)];
}

interface Found {
  readonly place: string;
  readonly node: JsonObject;
}

function articlesIn(value: JsonObject, place: string, level: number): readonly Found[] {
  if (level > MOST_WRAPPERS) return [];
  return WRAPPERS.flatMap((name) => {
    const inner = value[name];
    return listOf(inner).flatMap((node, ordinal): readonly Found[] => {
      if (!isObject(node)) return [];
      const own = `${place}/${name}${Array.isArray(inner) ? `/${ordinal}` : ''}`;
      return isArticle(node) ? [{ place: own, node }] : articlesIn(node, own, level + 1);
    });
  });
}

function isArticle(node: JsonObject): boolean {
  return /Article|Posting|Report/.test(typeName(node) ?? '') && longText(node['articleBody']).trim() !== '';
}

/** The name that others use for it, as it is written, and itself. */
function pointedTo(node: Json): readonly (readonly [string, string])[] {
  const id = isObject(node) && !isArticle(node) ? node['@id'] : undefined;
  return typeof id === 'string' ? [[JSON.stringify(id).slice(1, -1), JSON.stringify(node)]] : [];
}
