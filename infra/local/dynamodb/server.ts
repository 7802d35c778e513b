/** DynamoDB over HTTP: calls that need a stream or a table's options are handled here, all others go to dynalite as they are. */
import type { ServerResponse } from 'node:http';
import { ApiError } from '../api-error.ts';
import { readText, type Served, serve } from '../http.ts';
import { type Door, OPEN_DOOR } from '../iam/door.ts';
import { dynamoAccess } from '../iam/dynamodb-access.ts';
import { isObject, type JsonObject, objectAt, parseJson } from '../json.ts';
import { type Meter, meterDynamo, meterRefusedWrite } from '../meter.ts';
import type { DynamoContext } from './context.ts';
import { TABLE_OPERATIONS } from './table-operations.ts';
import { WRITE_OPERATIONS } from './write-operations.ts';

const OPERATIONS = new Map(Object.entries({ ...TABLE_OPERATIONS, ...WRITE_OPERATIONS }));
const API = 'DynamoDB_20120810.';

/** `door`: who may do what; open to all where a test has but this service. */
export function serveDynamo(
  context: DynamoContext,
  port: number,
  meter: Meter,
  door: Door = OPEN_DOOR,
): Promise<Served> {
  const partitionKeyOf = (table: string) => context.tables.find(table)?.keyNames[0] ?? '';
  return serve(async (request, response) => {
    const target = String(request.headers['x-amz-target'] ?? '');
    try {
      if (!target.startsWith(API)) throw new ApiError('UnknownOperationException', 400, `not emulated: ${target}`);
      const operation = target.slice(API.length);
      const input = parseJson(await readText(request));
      if (!isObject(input)) throw new ApiError('SerializationException', 400, 'the body is not an object');
      const refusal = door.refusal(request.headers, dynamoAccess(operation, input, partitionKeyOf));
      if (refusal !== null) throw new ApiError('AccessDeniedException', 400, refusal);
      const text = await answerTo(operation, input, context);
      answer(response, 200, text);
      // Whoever asked has the answer by now, and is at work on it.
      meterDynamo(meter, operation, input, objectAt({ answer: parseJson(text) }, 'answer'));
    } catch (error) {
      const known = error instanceof TypeError ? new ApiError('ValidationException', 400, error.message) : error;
      if (!(known instanceof ApiError)) throw error;
      if (known.code === 'ConditionalCheckFailedException')
        meterRefusedWrite(meter, target.slice(API.length), known.extra['Item']);
      const body = { __type: `com.amazonaws.dynamodb.v20120810#${known.code}`, message: known.message, ...known.extra };
      answer(response, known.status, JSON.stringify(body));
    }
  }, port);
}

async function answerTo(operation: string, input: JsonObject, context: DynamoContext): Promise<string> {
  const own = OPERATIONS.get(operation);
  if (own !== undefined) return JSON.stringify(await own(input, context));
  return (await context.inner.read(operation, input)) ?? JSON.stringify(await context.inner.call(operation, input));
}

function answer(response: ServerResponse, status: number, body: string): void {
  // A text would be measured, and then encoded once more on its way out.
  const bytes = Buffer.from(body);
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0', 'content-length': bytes.length });
  response.end(bytes);
}
