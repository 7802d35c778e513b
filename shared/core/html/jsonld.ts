/** JSON-LD scripts in; the nodes that may describe this page out, in order, references resolved. Lists of other articles are left alone. */
import { isObject, type Json, type JsonObject, listOf, looseJson } from './json.ts';

export interface LdNode {
  /** Without vocabulary: `NewsArticle`. */
  readonly type: string;
  /** Nodes of one page are told apart by it, from 1: a headline and an author of one number belong together. */
  readonly ordinal: number;
  readonly properties: JsonObject;
}

export interface LdGraph {
  readonly nodes: readonly LdNode[];
  /** The node itself, or the one elsewhere that its `@id` points to. */
  readonly resolve: (value: Json | undefined) => Json | undefined;
}

/** Where a page's own node may be wrapped; `itemListElement`, `hasPart`, `mentions` hold other pages. */
const WRAPPERS = ['@graph', 'mainEntity', 'mainEntityOfPage', 'article', 'itemReviewed', 'subjectOf'] as const;
/** Real graphs nest about 6 deep and hold up to a few hundred objects. */
const MAX_DEPTH = 12;
const MAX_OBJECTS = 5_000;

/** All objects anywhere that carry an `@id` and more than it. */
function idIndex(values: readonly Json[]): ReadonlyMap<string, JsonObject> {
  const index = new Map<string, JsonObject>();
  const pending = values.map((value) => ({ value, depth: 0 }));
  let seen = 0;
  for (let next = pending.pop(); next !== undefined && seen < MAX_OBJECTS; next = pending.pop()) {
    const { value, depth } = next;
    seen += 1;
    if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) continue;
    const inner = isObject(value) ? Object.values(value) : listOf(value);
    for (const child of inner) if (child !== undefined) pending.push({ value: child, depth: depth + 1 });
    if (!isObject(value)) continue;
    const id = value['@id'];
    if (typeof id !== 'string' || Object.keys(value).length < 3) continue;
    const known = index.get(id);
    if (known === undefined || Object.keys(known).length < Object.keys(value).length) index.set(id, value);
  }
  return index;
}

function typesOf(object: JsonObject): readonly string[] {
  return listOf(object['@type'] ?? object['type']).flatMap((type) => {
    if (typeof type !== 'string') return [];
    return [type.slice(Math.max(type.lastIndexOf('/'), type.lastIndexOf('#'), type.lastIndexOf(':')) + 1)];
  });
}

export function typeName(value: Json | undefined): string | null {
  return isObject(value) ? (typesOf(value)[0] ?? null) : null;
}

/** A node may be of several types: the one that says article is the one that counts. */
function mainType(object: JsonObject): string | null {
  const types = typesOf(object);
  return types.find((type) => /Article|Posting|Report|Review/.test(type)) ?? types[0] ?? null;
}

export function jsonLdGraph(scripts: readonly string[]): LdGraph {
  const values = scripts.flatMap((script) => listOf(looseJson(script)));
  const index = idIndex(values);
  const nodes: LdNode[] = [];
  const seen = new Set<JsonObject>();
  const visit = (value: Json, depth: number): void => {
    if (depth > MAX_DEPTH || nodes.length >= MAX_OBJECTS) return;
    if (!isObject(value)) {
      if (typeof value === 'object') for (const item of listOf(value)) visit(item, depth + 1);
      return;
    }
    if (seen.has(value)) return;
    seen.add(value);
    const type = mainType(value);
    if (type !== null) nodes.push({ type, ordinal: nodes.length + 1, properties: value });
    for (const key of WRAPPERS) for (const inner of listOf(value[key])) visit(inner, depth + 1);
  };
  for (const value of values) visit(value, 0);
  const resolve = (value: Json | undefined): Json | undefined => {
    const id = isObject(value) ? value['@id'] : undefined;
    return typeof id === 'string' ? (index.get(id) ?? value) : value;
  };
  return { nodes, resolve };
}
