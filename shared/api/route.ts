/** One address of the API. In: what it is called, what it may be asked, what it answers. Out: a route that checks before it asks the store. */
import type { z } from 'zod';
import type { ApiPorts, ApiRequest, Reply } from './exchange.ts';
import { type Parameters, readParameters } from './parameters.ts';

export interface Asked<P extends Parameters> {
  /** What stands in the path: an id or a key; empty where nothing does. */
  readonly name: string;
  readonly parameters: z.infer<P>;
  readonly request: ApiRequest;
}

export interface RouteFacts<P extends Parameters> {
  /** `{id}` is one part of the path, `{key+}` is the rest of it. */
  readonly path: string;
  readonly operation: string;
  readonly summary: string;
  readonly parameters: P;
  readonly answers: z.ZodType;
  readonly hasFeed?: boolean;
  readonly reply: (asked: Asked<P>, ports: ApiPorts) => Promise<Reply>;
}

export interface Route extends Omit<RouteFacts<Parameters>, 'reply'> {
  readonly reply: (name: string, request: ApiRequest, ports: ApiPorts) => Promise<Reply>;
}

export function route<P extends Parameters>(facts: RouteFacts<P>): Route {
  return {
    ...facts,
    reply: async (name, request, ports) =>
      facts.reply({ name, request, parameters: readParameters(facts.parameters, request.query) }, ports),
  };
}

/** What stands in the path; null when it is another route's. `nameIn('/a/{id}', '/a/x')` //=> `x` */
export function nameIn(pattern: string, path: string): string | null {
  const open = pattern.indexOf('{');
  if (open < 0) return path === pattern ? '' : null;
  const close = pattern.indexOf('}');
  const [head, tail] = [pattern.slice(0, open), pattern.slice(close + 1)];
  if (!path.startsWith(head) || !path.endsWith(tail) || path.length <= head.length + tail.length) return null;
  const name = path.slice(head.length, path.length - tail.length);
  return pattern[close - 1] !== '+' && name.includes('/') ? null : name;
}
