/**
 * dynalite, which knows DynamoDB's expressions and indexes, behind one function. Its calls are made in this process, without a server: a
 * second trip over the network, and the text of every answer twice, would cost every read of the local run as much as the first.
 */
import db from 'dynalite/db/index.js';
import validations from 'dynalite/validations/index.js';
import { ApiError } from '../api-error.ts';
import { isObject, type JsonObject, objectAt, optionalText, parseJson } from '../json.ts';
import { DYNALITE_CALLS } from './dynalite-calls.ts';
import { type KnownTables, knownTables } from './known-tables.ts';
import { quickRead } from './quick-reads.ts';
import { readInRuns } from './value-runs.ts';

export interface Inner {
  /** Throws ApiError with DynamoDB's own code when the call is refused. */
  call(operation: string, input: JsonObject): Promise<JsonObject>;
  /** The answer as text, for reads of items as they are stored; null for what only `call` can answer. */
  read(operation: string, input: JsonObject): Promise<string | null>;
  close(): Promise<void>;
}

export async function openInner(folder: string): Promise<Inner> {
  const store = db.create({ path: folder, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  readInRuns(store.db);
  const tables = knownTables(store);
  const underWay = new Set<Promise<unknown>>();
  const heeded = <T>(answered: Promise<T>): Promise<T> => {
    const settled = answered.catch(() => undefined).finally(() => underWay.delete(settled));
    underWay.add(settled);
    return answered;
  };
  return {
    read: (operation, input) => heeded(quickRead(store, tables.find, operation, input)),
    call: (operation, input) => heeded(call(store, tables, operation, input)),
    close: async () => {
      await Promise.all(underWay);
      await store.lifecycleManager.gracefulClose();
    },
  };
}

async function call(
  store: DynaliteStore,
  tables: KnownTables,
  operation: string,
  input: JsonObject,
): Promise<JsonObject> {
  const known = DYNALITE_CALLS.get(operation);
  if (known === undefined) throw new ApiError('UnknownOperationException', 400, `not emulated: ${operation}`);
  const quick = await quickRead(store, tables.find, operation, input);
  if (quick !== null) return objectAt({ quick: parseJson(quick) }, 'quick');
  try {
    const checked = checkedInput(store, input, known.input);
    return await tables.around(operation, () => acted(store, known.action, checked));
  } catch (error) {
    throw refusalOf(error) ?? error;
  }
}

/** dynalite takes out of its input what it does not know: the caller's stays as it was. */
function checkedInput(store: DynaliteStore, input: JsonObject, { types, custom }: DynaliteInput): JsonObject {
  const own = parseJson(JSON.stringify(input));
  const checked = validations.checkTypes(isObject(own) ? own : {}, types);
  validations.checkValidations(checked, types, custom, store);
  return checked;
}

function acted(store: DynaliteStore, action: DynaliteAction, input: JsonObject): Promise<JsonObject> {
  return new Promise((resolve, reject) => {
    action(store, input, (error, answer = {}) => (error ? reject(error) : resolve(answer)));
  });
}

/** What the caller is meant to see; null for a defect. */
function refusalOf(error: unknown): ApiError | null {
  if (!isRefusal(error)) return null;
  const { statusCode, body } = error;
  const code = (optionalText(body, '__type') ?? 'InternalServerError').split('#').at(-1) ?? '';
  return new ApiError(code, statusCode, optionalText(body, 'message') ?? optionalText(body, 'Message') ?? code);
}

function isRefusal(error: unknown): error is DynaliteError {
  return error instanceof Error && 'statusCode' in error && 'body' in error;
}
