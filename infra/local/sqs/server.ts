/** SQS over HTTP in the JSON protocol that today's SDKs and the AWS CLI speak. An unknown call is refused by name. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError } from '../api-error.ts';
import { readText, type Served, serve } from '../http.ts';
import { type Door, OPEN_DOOR } from '../iam/door.ts';
import { sqsAccess } from '../iam/sqs-access.ts';
import { isObject, type JsonObject, parseJson } from '../json.ts';
import type { SqsContext } from './context.ts';
import { MESSAGE_OPERATIONS } from './message-operations.ts';
import { QUEUE_OPERATIONS } from './queue-operations.ts';

const OPERATIONS = new Map(Object.entries({ ...QUEUE_OPERATIONS, ...MESSAGE_OPERATIONS }));

/** Codes that the SDK still knows by the name they had in the old protocol. */
const QUERY_CODES = new Map([['QueueDoesNotExist', 'AWS.SimpleQueueService.NonExistentQueue']]);

/** `door`: who may do what; open to all where a test has but this service. */
export function serveSqs(context: SqsContext, port: number, door: Door = OPEN_DOOR): Promise<Served> {
  return serve(async (request, response) => {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    try {
      answer(response, 200, await dispatch(request, { ...context, door }, gone.signal));
    } catch (error) {
      if (gone.signal.aborted) return;
      refuse(response, error);
    }
  }, port);
}

async function dispatch(
  request: IncomingMessage,
  { door, ...context }: SqsContext & { readonly door: Door },
  gone: AbortSignal,
): Promise<JsonObject> {
  const name = String(request.headers['x-amz-target'] ?? '').replace('AmazonSQS.', '');
  const operation = OPERATIONS.get(name);
  if (operation === undefined)
    throw new ApiError('UnsupportedOperation', 400, `not emulated: ${name || 'query protocol'}`);
  const text = await readText(request);
  const input = parseJson(text === '' ? '{}' : text);
  if (!isObject(input)) throw new ApiError('InvalidParameterValue', 400, 'the body is not an object');
  const refusal = door.refusal(request.headers, sqsAccess(name, input));
  if (refusal !== null) throw new ApiError('AccessDenied', 403, refusal);
  return operation(input, { ...context, origin: `http://${request.headers.host}`, gone });
}

function refuse(response: ServerResponse, error: unknown): void {
  // A field of the wrong type is the caller's mistake; anything else is ours and stays a 500.
  const known = error instanceof TypeError ? new ApiError('InvalidParameterValue', 400, error.message) : error;
  if (!(known instanceof ApiError)) throw error;
  response.setHeader('x-amzn-query-error', `${QUERY_CODES.get(known.code) ?? known.code};Sender`);
  answer(response, known.status, { __type: `com.amazonaws.sqs#${known.code}`, message: known.message });
}

function answer(response: ServerResponse, status: number, body: JsonObject): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' });
  response.end(JSON.stringify(body));
}
