/**
 * A short way through the SDK's client for what a function asks the table all day. In: a client. Out: the same, which writes and reads
 * these calls itself, over the connections and with the signature of the client, to where its first call went. Promise: the answer is what the SDK
 * would give; whatever else happens (a fault, a throttle, a time-out, an error) is the SDK's: it makes the call once more and retries as ever. The
 * SDK's own way costs the processor four times as much, most of what grouping an article cost.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { ConditionalCheckFailedException, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { fromWire, toWire } from './wire-json.ts';

const TARGETS: ReadonlyMap<string, string> = new Map(
  ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'].map((name) => [
    `${name}Command`,
    `DynamoDB_20120810.${name}`,
  ]),
);

/** The request that the SDK made for the first call: protocol, host and port are those of all calls. */
type Template = Parameters<DynamoDBClient['config']['requestHandler']['handle']>[0];

const JSON_TYPE = 'application/x-amz-json-1.0';

/** What failed once shall not come back at once, from all workers together. */
const PAUSE_MS = 50;

export function addShortWay(client: DynamoDBClient): void {
  const { middlewareStack } = client;
  const ask = asker(client);
  let template: Template | null = null;
  middlewareStack.add(
    (next) => async (args) => {
      template ??= templateOf(args.request);
      return next(args);
    },
    { step: 'build', priority: 'low', name: 'learnTheWay' },
  );
  middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const target = TARGETS.get(commandName);
        const answer = template === null || target === undefined ? null : await ask(template, target, args.input);
        // The SDK's types know no answer that it has not made.
        return answer === null ? next(args) : ({ output: answer, response: null } as Awaited<ReturnType<typeof next>>);
      },
    { step: 'initialize', priority: 'high', name: 'shortWay' },
  );
}

type Ask = (template: Template, target: string, input: object) => Promise<object | null>;

function asker({ config }: DynamoDBClient): Ask {
  let signer: ReturnType<typeof config.signer> | null = null;
  return async (template, target, input) => {
    const body = toWire(input);
    const answer = await heard(async () => {
      // It asks for credentials as often as they change.
      signer ??= config.signer();
      const { host = template.hostname } = template.headers;
      const length = String(Buffer.byteLength(body));
      const headers = { 'content-type': JSON_TYPE, 'content-length': length, host, 'x-amz-target': target };
      const request = Object.assign(template.clone(), { body, headers });
      const { response } = await config.requestHandler.handle(
        Object.assign(request, await (await signer).sign(request)),
      );
      const bytes: Uint8Array = await config.streamCollector(response.body);
      return { status: response.statusCode, content: fromWire(Buffer.from(bytes).toString('utf8')) };
    });
    if (answer?.status === 200 && isObject(answer.content)) return { ...answer.content, $metadata: {} };
    if (isObject(answer?.content)) throwWhenGuarded(answer.content);
    await sleep(Math.random() * PAUSE_MS);
    return null;
  };
}

/** Null for a call that was not answered, or not in JSON: the SDK will see the same, and knows what to do about it. */
async function heard<T>(call: () => Promise<T>): Promise<T | null> {
  try {
    return await call();
  } catch {
    return null;
  }
}

const GUARD = 'ConditionalCheckFailedException';

/** A guard that does not hold is an answer: to ask again would be billed again. */
function throwWhenGuarded(content: Readonly<Record<string, unknown>>): void {
  const { __type: type, message, Item } = content;
  if (typeof type !== 'string' || type.split('#').at(-1) !== GUARD) return;
  const found = isObject(Item) ? { Item: Item as NonNullable<ConditionalCheckFailedException['Item']> } : {};
  throw new ConditionalCheckFailedException({ message: String(message ?? ''), $metadata: {}, ...found });
}

function templateOf(request: unknown): Template | null {
  return isObject(request) && 'hostname' in request && 'clone' in request ? (request as unknown as Template) : null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
