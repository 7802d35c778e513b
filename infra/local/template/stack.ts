/** A template in, its resources by kind with their properties resolved out: what the builders of the parts work from. */
import { isObject, type JsonObject } from '../json.ts';
import { hasCondition, resolver } from './intrinsics.ts';
import { type Addresses, type Naming, naming } from './names.ts';
import { checkTypes, RUN } from './resource-types.ts';
import type { Template } from './template.ts';

export interface Declared {
  readonly id: string;
  readonly name: string;
  readonly properties: JsonObject;
}

export interface Stack {
  readonly names: Naming;
  /** Resolved when asked, because some values are known only when earlier parts run. */
  declared(kind: keyof typeof RUN): readonly Declared[];
  outputs(): Readonly<Record<string, string>>;
}

export function readStack(template: Template, addresses: () => Addresses): Stack {
  const names = naming(template, addresses);
  const resolve = resolver(template, names);
  const present = [...template.resources].filter(([, { condition }]) => hasCondition(template, names, condition));
  checkTypes(present.map(([, { type }]) => type));
  return {
    names,
    declared: (kind) => {
      const types: readonly string[] = RUN[kind];
      return present
        .filter(([, { type }]) => types.includes(type))
        .map(([id, { properties }]) => ({
          id,
          name: names.physicalName(id),
          properties: resolved(resolve(properties)),
        }));
    },
    outputs: () => {
      const values = Object.entries(template.outputs).map(([name, output]) => {
        const value = resolve(isObject(output) ? output['Value'] : undefined);
        return [name, typeof value === 'string' ? value : JSON.stringify(value)] as const;
      });
      return Object.fromEntries(values);
    },
  };
}

function resolved(value: ReturnType<ReturnType<typeof resolver>>): JsonObject {
  if (value === undefined || !isObject(value)) throw new Error('the properties of a resource are not an object');
  return value;
}
