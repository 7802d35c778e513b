/**
 * Runs inside a function's process, in place of Lambda's own: loads the handler, asks the Runtime API for an event, gives
 * back the answer, asks again. When the API is gone, so is this process: a killed local run leaves nobody behind.
 */
import { existsSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import process, { env, exit, getBuiltinModule } from 'node:process';
import { pathToFileURL } from 'node:url';

interface Answer {
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

type LambdaHandler = (event: unknown, context: object) => unknown;

/** Imported, it would load Node's client for fetch as well, which Lambda's own program does not: a start is to cost what it costs there. */
const { Agent, request } = getBuiltinModule('node:http');
const agent = new Agent({ keepAlive: true });
const base = `http://${env['AWS_LAMBDA_RUNTIME_API']}/2018-06-01/runtime`;

function ask(method: 'GET' | 'POST', path: string, body?: string): Promise<Answer> {
  return new Promise((resolve) => {
    const sent = request(`${base}/${path}`, { method, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', () => exit(1));
      response.on('end', () => resolve({ headers: response.headers, text: Buffer.concat(chunks).toString('utf8') }));
    });
    sent.on('error', () => exit(1));
    sent.end(body);
  });
}

function described(error: unknown): string {
  const known = error instanceof Error ? error : new Error(String(error));
  const trace = String(known.stack ?? '').split('\n');
  return JSON.stringify({ errorType: known.name, errorMessage: known.message, trace });
}

/** `index.handler` is the export `handler` of index.mjs, index.js or index.cjs. */
async function loadHandler(): Promise<LambdaHandler> {
  const [file = '', name = ''] = (env['_HANDLER'] ?? '').split('.');
  const candidates = ['.mjs', '.js', '.cjs'].map((end) => join(env['LAMBDA_TASK_ROOT'] ?? '', file + end));
  const path = candidates.find((candidate) => existsSync(candidate));
  if (path === undefined) throw new Error(`Cannot find module '${file}'`);
  const module: Record<string, unknown> = await import(pathToFileURL(path).href);
  const handler = module[name];
  if (!isHandler(handler)) throw new Error(`${env['_HANDLER']} is undefined or not exported`);
  return handler;
}

function isHandler(value: unknown): value is LambdaHandler {
  return typeof value === 'function';
}

function contextOf({ headers }: Answer): object {
  const deadlineMs = Number(headers['lambda-runtime-deadline-ms']);
  return {
    awsRequestId: headers['lambda-runtime-aws-request-id'],
    invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
    functionName: env['AWS_LAMBDA_FUNCTION_NAME'],
    functionVersion: '$LATEST',
    memoryLimitInMB: env['AWS_LAMBDA_FUNCTION_MEMORY_SIZE'],
    logGroupName: env['AWS_LAMBDA_LOG_GROUP_NAME'],
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => deadlineMs - Date.now(),
  };
}

async function answerOne(handler: LambdaHandler): Promise<void> {
  const next = await ask('GET', 'invocation/next');
  const path = `invocation/${next.headers['lambda-runtime-aws-request-id']}`;
  try {
    const result = await handler(JSON.parse(next.text), contextOf(next));
    await ask('POST', `${path}/response`, JSON.stringify(result ?? null));
  } catch (error) {
    await ask('POST', `${path}/error`, described(error));
  }
}

// Ctrl-C reaches the whole group of processes; when this one ends is for the local run to say.
process.on('SIGINT', () => undefined);

try {
  const handler = await loadHandler();
  await answerOne(handler);
  // It would be written at the end of the process, but this one is killed; by now all code has been loaded once.
  flushCompileCache();
  for (;;) await answerOne(handler);
} catch (error) {
  await ask('POST', 'init/error', described(error));
  exit(1);
}
