/**
 * The door of the emulated services: lets in what the caller's role allows. In: a request's headers and what it asks for. Promise: a function
 * may do here exactly what its role allows when deployed, and is refused in AWS's words; people, who have no role, may do all.
 */
import type { IncomingHttpHeaders } from 'node:http';
import { ACCOUNT } from '../arn.ts';
import { type AccessRequest, isAllowed } from './evaluate.ts';
import type { Roles } from './roles.ts';

/** What the callers of the local run sign with: the access key id says who it is. */
const ROLE_KEY = 'role.';

export interface Door {
  /** From then on roles are known. */
  know(roles: Roles): void;
  /** Why the request may not be made; null when it may. */
  refusal(headers: IncomingHttpHeaders, asked: readonly AccessRequest[]): string | null;
}

/** The access key id of a function with this role. */
export const keyOfRole = (role: string): string => `${ROLE_KEY}${role}`;

export function makeDoor(): Door {
  let known: Roles = new Map();
  return {
    know: (roles) => {
      known = roles;
    },
    refusal: (headers, asked) => {
      const role = callerOf(headers);
      if (role === null) return null;
      const statements = known.get(role) ?? [];
      const denied = asked.find((request) => !isAllowed(request, statements));
      return denied === undefined ? null : messageOf(role, denied);
    },
  };
}

/** For tests of one service by itself. */
export const OPEN_DOOR: Door = { know: () => undefined, refusal: () => null };

/** Name of the caller's role; null for people. */
export function callerOf({ authorization = '' }: IncomingHttpHeaders): string | null {
  const key = authorization.split('Credential=')[1]?.split('/')[0] ?? '';
  return key.startsWith(ROLE_KEY) ? key.slice(ROLE_KEY.length) : null;
}

function messageOf(role: string, { action, resource, context }: AccessRequest): string {
  const who = `arn:aws:sts::${ACCOUNT}:assumed-role/${role}`;
  // AWS does not say which; whoever looks for a missing right here is helped by it.
  const keys = Object.entries(context).map(([key, values]) => ` (${key}: ${values.join(', ')})`);
  return `User: ${who} is not authorized to perform: ${action} on resource: ${resource}${keys.join('')} because no identity-based policy allows the ${action} action`;
}
