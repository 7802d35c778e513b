/** The roles of the template with what their policies say. Promise: a right that comes from elsewhere (a managed policy) stops the run by name. */
import { readArn } from '../arn.ts';
import { type JsonObject, listAt, objectAt, objectsAt } from '../json.ts';
import type { Declared } from '../template/stack.ts';
import { type Statement, statementsOf } from './statement.ts';

export type Roles = ReadonlyMap<string, readonly Statement[]>;

export function rolesOf(roles: readonly Declared[], policies: readonly Declared[]): Roles {
  return new Map(roles.map((role) => [role.name, [...inlineOf(role), ...attachedTo(role.name, policies)]]));
}

function inlineOf({ id, properties }: Declared): readonly Statement[] {
  if (listAt(properties, 'ManagedPolicyArns').length > 0)
    throw new Error(`not emulated: managed policies of role ${id}`);
  return objectsAt(properties, 'Policies').flatMap((policy) => statementsOf(objectAt(policy, 'PolicyDocument'), id));
}

function attachedTo(role: string, policies: readonly Declared[]): readonly Statement[] {
  return policies
    .filter(({ properties }) => listAt(properties, 'Roles').includes(role))
    .flatMap(({ id, properties }) => statementsOf(objectAt(properties, 'PolicyDocument'), id));
}

/** Name of a function's role; null for a template that names none. */
export function roleOf(properties: JsonObject): string | null {
  const role = properties['Role'];
  return typeof role === 'string' ? (readArn(role).name.split('/').at(-1) ?? null) : null;
}
