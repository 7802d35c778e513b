/**
 * An event filter pattern of Lambda in, a test for records out. An operator that is not known is an error when the
 * pattern is read: a filter that guesses would hide records without a word.
 */
import { isList, isObject, type Json, type JsonObject, parseJson } from '../json.ts';

export type Filter = (record: JsonObject) => boolean;
type Leaf = (value: Json | undefined) => boolean;

/** Patterns as the template holds them; a record passes when any of them matches, or when there are none. */
export function readFilters(patterns: readonly string[]): Filter {
  const filters = patterns.map(readFilter);
  return (record) => filters.length === 0 || filters.some((filter) => filter(record));
}

/** `{"eventName":["INSERT"]}` */
function readFilter(text: string): Filter {
  const pattern = parseJson(text);
  if (!isObject(pattern)) throw new Error(`a filter pattern is not an object: ${text}`);
  return nodeOf(pattern);
}

function nodeOf(pattern: JsonObject): Filter {
  const fields = Object.entries(pattern).map(([name, wanted]) => {
    if (isList(wanted)) {
      const anyOf = anyLeaf(wanted.map(leafOf));
      return (record: JsonObject) => anyOf(record[name]);
    }
    if (!isObject(wanted)) throw new Error(`a filter wants a list or an object at ${name}`);
    const inner = nodeOf(wanted);
    return (record: JsonObject) => {
      const value = record[name];
      return inner(value !== undefined && isObject(value) ? value : {});
    };
  });
  return (record) => fields.every((field) => field(record));
}

/** Of a list in the record one element is enough. */
function anyLeaf(leaves: readonly Leaf[]): Leaf {
  const one: Leaf = (value) => leaves.some((leaf) => leaf(value));
  return (value) => (isList(value) ? value.some(one) : one(value));
}

function leafOf(rule: Json): Leaf {
  if (!isObject(rule)) return (value) => value === rule;
  const [[operator, wanted] = ['', null], ...others] = Object.entries(rule);
  const make = OPERATORS.get(operator);
  if (make === undefined || others.length > 0 || wanted === undefined) {
    throw new Error(`not emulated: filter operator ${JSON.stringify(rule)}`);
  }
  return make(wanted);
}

const isText = (value: Json | undefined): value is string => typeof value === 'string';

const OPERATORS = new Map<string, (wanted: Json) => Leaf>([
  ['exists', (wanted) => (value) => (isScalar(value) || isList(value)) === wanted],
  ['prefix', (wanted) => (value) => isText(value) && value.startsWith(String(wanted))],
  ['suffix', (wanted) => (value) => isText(value) && value.endsWith(String(wanted))],
  ['equals-ignore-case', (wanted) => (value) => isText(value) && value.toLowerCase() === String(wanted).toLowerCase()],
  ['anything-but', anythingBut],
]);

/** Only leaves exist, as in Lambda. */
const isScalar = (value: Json | undefined): boolean => value !== undefined && !isObject(value);

function anythingBut(wanted: Json): Leaf {
  const refused = anyLeaf((isList(wanted) ? wanted : [wanted]).map(leafOf));
  return (value) => isScalar(value) && !refused(value);
}
