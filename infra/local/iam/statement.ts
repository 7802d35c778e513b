/** Policy documents of the template in, statements out. Promise: what is not understood stops the run by name; it is never taken for a yes. */
import { isList, isObject, type Json, type JsonObject, objectAt, objectsAt, textAt } from '../json.ts';

export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** Operator, key, values. All of them must hold. */
  readonly conditions: readonly Condition[];
}

export interface Condition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

const UNDERSTOOD = new Set(['Sid', 'Effect', 'Action', 'Resource', 'Condition']);

/** `owner`: whose policy it is, for the message. */
export function statementsOf(document: JsonObject, owner: string): readonly Statement[] {
  return objectsAt(document, 'Statement').map((statement) => {
    const unknown = Object.keys(statement).filter((name) => !UNDERSTOOD.has(name));
    if (unknown.length > 0) throw new Error(`not emulated: ${unknown.join(', ')} in the policy of ${owner}`);
    const effect = textAt(statement, 'Effect');
    if (effect !== 'Allow' && effect !== 'Deny') throw new Error(`a policy of ${owner} has the effect ${effect}`);
    return {
      effect,
      actions: texts(statement['Action']),
      resources: texts(statement['Resource']),
      conditions: conditionsOf(objectAt(statement, 'Condition')),
    };
  });
}

function conditionsOf(block: JsonObject): readonly Condition[] {
  return Object.entries(block).flatMap(([operator, keys]) => {
    if (keys === undefined || !isObject(keys)) throw new Error(`the condition ${operator} is not an object`);
    return Object.entries(keys).map(([key, values]) => ({ operator, key, values: texts(values) }));
  });
}

/** One text or a list of them. */
function texts(value: Json | undefined): readonly string[] {
  if (value === undefined) return [];
  return isList(value) ? value.map(String) : [String(value)];
}
