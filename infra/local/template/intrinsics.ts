/** A value of the template in, the same value without `Ref` and `Fn::` out. A function that is not known is an error. */
import { isList, isObject, type Json, type JsonObject, objectAt } from '../json.ts';
import type { Naming } from './names.ts';
import type { Template } from './template.ts';

/** Resolved value; undefined stands for `AWS::NoValue`, which takes its property with it. */
export type Resolve = (value: Json | undefined) => Json | undefined;

interface Scope {
  readonly template: Template;
  readonly names: Naming;
  readonly resolve: Resolve;
}

type Intrinsic = (argument: Json, scope: Scope) => Json | undefined;

export function resolver(template: Template, names: Naming): Resolve {
  const resolve: Resolve = (value) => {
    if (value === undefined) return undefined;
    if (isList(value)) return value.flatMap((entry) => resolve(entry) ?? []);
    if (!isObject(value)) return value;
    const [first, ...others] = Object.entries(value);
    if (first !== undefined && others.length === 0 && isIntrinsic(first[0])) {
      return INTRINSICS.get(first[0])?.(first[1] ?? null, scope) ?? unknownOrNothing(first[0]);
    }
    return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, resolve(entry)]));
  };
  const scope: Scope = { template, names, resolve };
  return resolve;
}

/** Whether a resource with this condition is there at all. */
export function holds(condition: string, scope: Scope): boolean {
  return scope.resolve(scope.template.conditions[condition]) === true;
}

export function hasCondition(template: Template, names: Naming, condition: string | null): boolean {
  return condition === null || holds(condition, { template, names, resolve: resolver(template, names) });
}

const isIntrinsic = (name: string): boolean => name === 'Ref' || name === 'Condition' || name.startsWith('Fn::');

function unknownOrNothing(name: string): undefined {
  if (!INTRINSICS.has(name)) throw new Error(`not emulated: ${name}`);
  return undefined;
}

function list(argument: Json, scope: Scope): readonly Json[] {
  const resolved = scope.resolve(argument);
  if (resolved === undefined || !isList(resolved)) throw new Error(`a list is wanted in ${JSON.stringify(argument)}`);
  return resolved;
}

function ref(name: string, scope: Scope): string | undefined {
  if (name === 'AWS::NoValue') return undefined;
  const value = scope.names.ref(name);
  if (value === undefined) throw new Error(`the template has nothing named ${name}`);
  return value;
}

const INTRINSICS = new Map<string, Intrinsic>([
  ['Ref', (argument, scope) => ref(String(argument), scope)],
  ['Condition', (argument, scope) => holds(String(argument), scope)],
  [
    'Fn::GetAtt',
    (argument, { names }) => {
      const [id = '', ...attribute] = isList(argument) ? argument.map(String) : String(argument).split('.');
      return names.attribute(id, attribute.join('.'));
    },
  ],
  [
    'Fn::Join',
    (argument, scope) => {
      const [separator, parts] = isList(argument) ? argument : [];
      return list(parts ?? [], scope)
        .map(String)
        .join(String(separator));
    },
  ],
  [
    'Fn::Split',
    (argument, scope) => {
      const [separator, text] = list(argument, scope);
      return String(text).split(String(separator));
    },
  ],
  [
    'Fn::Select',
    (argument, scope) => {
      const [at, entries] = isList(argument) ? argument : [];
      return list(entries ?? [], scope)[Number(scope.resolve(at))];
    },
  ],
  ['Fn::Sub', substitute],
  [
    'Fn::If',
    (argument, scope) => {
      const [condition, then, otherwise] = isList(argument) ? argument : [];
      return scope.resolve(holds(String(condition), scope) ? then : otherwise);
    },
  ],
  ['Fn::Equals', (argument, scope) => equal(list(argument, scope))],
  ['Fn::Not', (argument, scope) => list(argument, scope)[0] !== true],
  ['Fn::And', (argument, scope) => list(argument, scope).every((value) => value === true)],
  ['Fn::Or', (argument, scope) => list(argument, scope).some((value) => value === true)],
  [
    'Fn::FindInMap',
    (argument, scope) => {
      const [map = '', key = '', name = ''] = list(argument, scope).map(String);
      return objectAt(objectAt(scope.template.mappings, map), key)[name];
    },
  ],
]);

const equal = ([left, right]: readonly Json[]): boolean => JSON.stringify(left) === JSON.stringify(right);

/** `arn:${AWS::Partition}:s3:::${Bucket}/${Table.Arn}`, with names of its own where there is a second argument. */
function substitute(argument: Json, scope: Scope): Json {
  const [text, own] = isList(argument) ? argument : [argument];
  const values: JsonObject = own !== undefined && isObject(own) ? own : {};
  return String(text).replace(/\$\{(!?)([^}]{1,256})\}/g, (_, literal: string, name: string) => {
    if (literal !== '') return `\${${name}}`;
    if (name in values) return String(scope.resolve(values[name]));
    const [id = '', ...attribute] = name.split('.');
    return attribute.length > 0 ? scope.names.attribute(id, attribute.join('.')) : String(ref(name, scope));
  });
}
