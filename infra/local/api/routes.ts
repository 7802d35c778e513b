/** Declared routes in, the function that answers a request out. Promise: which route is taken is as with API Gateway: the most exact, then the greedy, then the default. */
import { readArn } from '../arn.ts';
import { type JsonObject, textAt } from '../json.ts';
import type { LocalFunction } from '../lambda/function.ts';
import type { Declared, Stack } from '../template/stack.ts';

export interface ApiRoute {
  /** `GET /articles/{id}`, or `$default`. */
  readonly key: string;
  readonly target: LocalFunction;
}

export function apiRoutes(
  stack: Pick<Stack, 'declared'>,
  functions: ReadonlyMap<string, LocalFunction>,
): readonly ApiRoute[] {
  if (stack.declared('api').length > 1) throw new Error('not emulated: more than one HTTP API');
  const targets = new Map(stack.declared('integration').map((one) => [one.name, targetOf(one, functions)]));
  return stack.declared('route').map(({ id, properties }) => {
    const target = targets.get(textAt(properties, 'Target').replace('integrations/', ''));
    if (target === undefined) throw new Error(`route ${id} names no integration of the stack`);
    return { key: textAt(properties, 'RouteKey'), target };
  });
}

function targetOf({ id, properties }: Declared, functions: ReadonlyMap<string, LocalFunction>): LocalFunction {
  checkKind(id, properties);
  const found = functions.get(readArn(textAt(properties, 'IntegrationUri')).name);
  if (found === undefined) throw new Error(`integration ${id} names no function of the stack`);
  return found;
}

function checkKind(id: string, properties: JsonObject): void {
  const kind = `${textAt(properties, 'IntegrationType')} ${textAt(properties, 'PayloadFormatVersion')}`;
  if (kind !== 'AWS_PROXY 2.0') throw new Error(`not emulated: integration ${id} is ${kind}`);
}

/** `path`: decoded. Null: the API has no answer to that. */
export function routeOf(routes: readonly ApiRoute[], method: string, path: string): ApiRoute | null {
  const own = routes.filter(({ key }) => matches(key, method, path));
  const exactness = ({ key }: ApiRoute) =>
    key === '$default' ? 0 : key.includes('+}') ? 1 : key.includes('{') ? 2 : 3;
  return own.reduce<ApiRoute | null>(
    (best, one) => (best === null || exactness(one) > exactness(best) ? one : best),
    null,
  );
}

function matches(key: string, method: string, path: string): boolean {
  if (key === '$default') return true;
  const [verb = '', pattern = ''] = key.split(' ');
  if (verb !== method && verb !== 'ANY') return false;
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  const greedy = wanted.findIndex((part) => part.endsWith('+}'));
  if (greedy < 0 ? wanted.length !== given.length : given.length <= greedy) return false;
  const fits = (part: string, at: number) => (part.startsWith('{') ? given[at] !== '' : part === given[at]);
  return (greedy < 0 ? wanted : wanted.slice(0, greedy)).every(fits);
}
