/**
 * The HTTP API of the template on this machine. In: requests. Out: what its function answers. Promise: the function gets the events that
 * API Gateway would send it (payload 2.0), and nobody has to sign.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readText, type Served, serve } from '../http.ts';
import { isObject, type Json, numberAt, objectAt, optionalText } from '../json.ts';
import type { LocalFunction } from '../lambda/function.ts';
import type { Meter } from '../meter.ts';
import type { Stack } from '../template/stack.ts';
import { type ApiRoute, apiRoutes, routeOf } from './routes.ts';

export interface LocalApi {
  serve(port: number): Promise<Served>;
  /** Until then everything is answered with 503, as is a stack without an API. */
  connect(stack: Pick<Stack, 'declared'>, functions: ReadonlyMap<string, LocalFunction>): void;
}

export function makeApi(meter: Meter): LocalApi {
  let routes: readonly ApiRoute[] = [];
  return {
    serve: (port) =>
      serve(async (request, response) => {
        const url = request.url ?? '/';
        const path = decoded(url.split('?', 1)[0] ?? '/');
        const route = path === null ? null : routeOf(routes, request.method ?? 'GET', path);
        if (path === null) return refuse(response, 400, 'Bad Request');
        if (route === null) return refuse(response, routes.length === 0 ? 503 : 404, 'Not Found');
        meter.count('api request');
        const body = await readText(request);
        await respond(response, route, eventOf(request, route.key, path, body));
      }, port),
    connect: (stack, functions) => {
      routes = apiRoutes(stack, functions);
    },
  };
}

/** The gateway decodes paths; null for one that cannot be. */
function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ message }));
}

function eventOf(request: IncomingMessage, routeKey: string, rawPath: string, body: string): Json {
  const { headers, method = 'GET', url = '' } = request;
  const at = url.indexOf('?');
  const given = Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]);
  const now = new Date();
  return {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString: at < 0 ? '' : url.slice(at + 1),
    headers: { ...Object.fromEntries(given), 'x-forwarded-proto': 'http' },
    requestContext: {
      domainName: headers.host ?? '',
      http: {
        method,
        path: rawPath,
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: now.toISOString(),
      timeEpoch: now.getTime(),
    },
    ...(body === '' ? {} : { body }),
    isBase64Encoded: false,
  };
}

/** A function that fails is the gateway's 500, which tells nothing. */
async function respond(response: ServerResponse, { target }: ApiRoute, event: Json): Promise<void> {
  const answer = await target.invoke(event).catch(() => null);
  if (!isObject(answer)) return refuse(response, 500, 'Internal Server Error');
  const headers = Object.entries(objectAt(answer, 'headers')).map(([name, value]) => [name, String(value)] as const);
  const text = optionalText(answer, 'body') ?? '';
  const body = answer['isBase64Encoded'] === true ? Buffer.from(text, 'base64') : Buffer.from(text, 'utf8');
  response.writeHead(numberAt(answer, 'statusCode', 200), { ...Object.fromEntries(headers) }).end(body);
}
