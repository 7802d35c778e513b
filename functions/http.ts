/**
 * Events of an API Gateway HTTP API in, its answers out. Promise: the gateway's shapes end here; what fails is one line of log, without a
 * word of any page.
 */
import { Logger } from '@aws-lambda-powertools/logger';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { answer } from '../shared/api/answer.ts';
import type { ApiPorts, ApiRequest } from '../shared/api/exchange.ts';
import { STORE_LIMITS } from '../shared/core/store-limits.ts';

export type HttpHandler = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

const logger = new Logger();

export function httpHandler(ports: ApiPorts): HttpHandler {
  return async (event) => {
    const request = requestOf(event);
    const { status, headers, body } = await answer(request, ports, (error) => {
      logger.error('failed', { path: request.path, ...briefly(error) });
    });
    const isText = typeof body === 'string';
    return {
      statusCode: status,
      headers: { ...headers },
      body: isText ? body : Buffer.from(body).toString('base64'),
      isBase64Encoded: !isText,
    };
  };
}

/** The gateway decodes the path and leaves the query as it was sent; names of headers come in lower case. */
function requestOf({ rawPath, rawQueryString, headers, requestContext }: APIGatewayProxyEventV2): ApiRequest {
  const given = Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  const scheme = headers['x-forwarded-proto'] === 'http' ? 'http' : 'https';
  return {
    method: requestContext.http.method,
    path: rawPath,
    query: rawQueryString,
    headers: Object.fromEntries(given),
    origin: `${scheme}://${headers['host'] ?? requestContext.domainName}`,
  };
}

/** Messages of libraries may quote what they choke on: the first characters must do. */
function briefly(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { error: typeof error };
  return { error: error.name, reason: error.message.slice(0, STORE_LIMITS.messageChars) };
}
