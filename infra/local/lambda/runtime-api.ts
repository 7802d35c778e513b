/**
 * Lambda's Runtime API for one process: the process fetches an event, posts its answer. Each process has a server of its
 * own, so it is always clear whose answer comes in.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { functionArn } from '../arn.ts';
import { readText, type Served, serve } from '../http.ts';
import { isObject, type Json, optionalText, parseJson } from '../json.ts';
import { FunctionFailure } from './failure.ts';

export interface RuntimeEvents {
  /** The process waits for an event. */
  ready(): void;
  answered(answer: Json): void;
  failed(failure: FunctionFailure): void;
}

export interface RuntimeApi {
  readonly address: string;
  /** Hands an event to the process, which must be ready. */
  give(event: Json, deadlineMs: number): void;
  close(): Promise<void>;
}

export async function openRuntimeApi(functionName: string, events: RuntimeEvents): Promise<RuntimeApi> {
  let waiting: ServerResponse | null = null;
  const served: Served = await serve(async (request, response) => {
    if (request.url?.endsWith('/invocation/next') === true) {
      waiting = response;
      return events.ready();
    }
    const body = await readText(request);
    response.writeHead(202, { 'content-type': 'application/json' }).end('{}');
    report(request, body, events);
  }, 0);
  return {
    address: `127.0.0.1:${served.port}`,
    give: (event, deadlineMs) => {
      if (waiting === null) throw new Error(`${functionName} was given an event it had not asked for`);
      const headers = {
        'content-type': 'application/json',
        'lambda-runtime-aws-request-id': randomUUID(),
        'lambda-runtime-deadline-ms': String(deadlineMs),
        'lambda-runtime-invoked-function-arn': functionArn(functionName),
      };
      waiting.writeHead(200, headers).end(JSON.stringify(event));
      waiting = null;
    },
    close: () => served.close(),
  };
}

function report(request: IncomingMessage, body: string, events: RuntimeEvents): void {
  const value = parseJson(body);
  if (request.url?.endsWith('/response') === true) {
    events.answered(value);
    return;
  }
  const error = isObject(value) ? value : {};
  const message = optionalText(error, 'errorMessage') ?? '';
  events.failed(new FunctionFailure(optionalText(error, 'errorType') ?? 'Error', message));
}
