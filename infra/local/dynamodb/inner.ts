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
import { isQuickKey } from './quick-key.ts';
import { placeOf, quickRead } from './quick-reads.ts';
import { type QuickWrite, quickWrite, storeQuickly } from './quick-write.ts';
import type { Image } from './stream-record.ts';
import { readInRuns } from './value-runs.ts';

export interface Inner {
  /** Throws ApiError with DynamoDB's own code when the call is refused. */
  call(operation: string, input: JsonObject): Promise<JsonObject>;
  /** The answer as text, for reads of items as they are stored; null for what only `call` can answer. */
  read(operation: string, input: JsonObject): Promise<string | null>;
  /** The item that is there; null when there is none, undefined when only `call` can say. */
  image(table: string, key: JsonObject): Promise<Image | undefined>;
  /**
   * Stores what a write makes of the item that is there; null when only `call` can. To be called by one writer of the table at a time, with what
   * `image` gave.
   */
  write(operation: string, input: JsonObject, key: JsonObject, before: Image): Promise<QuickWrite | null>;
  close(): Promise<void>;
}

const MIB = 1024 * 1024;
/**
 * Of the files of tables. With LevelDB's own (4, 2 and 8 MiB) every item was written some sixty times over in a store of a million items, and the disk was what
 * a long run waited for. A kill costs the reading of one write buffer.
 */
const FILE_SIZES = { writeBufferSize: 32 * MIB, maxFileSize: 16 * MIB, cacheSize: 64 * MIB };

export async function openInner(folder: string): Promise<Inner> {
  const store = db.create({ path: folder, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  // Opened by whoever is first: dynalite itself would a moment later, in LevelDB's small default sizes.
  await store.db.open(FILE_SIZES);
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
    image: (name, key) => heeded(imageIn(store, tables, name, key)),
    write: (operation, input, key, before) => heeded(writeIn(store, tables, { operation, input, key, before })),
    close: async () => {
      await Promise.all(underWay);
      await store.lifecycleManager.gracefulClose();
    },
  };
}

interface Write {
  readonly operation: string;
  readonly input: JsonObject;
  readonly key: JsonObject;
  readonly before: Image;
}

async function imageIn(
  store: DynaliteStore,
  tables: KnownTables,
  name: string,
  key: JsonObject,
): Promise<Image | undefined> {
  const table = await tables.find(name);
  if (table === null || !isQuickKey(key, table)) return undefined;
  const text = store.db.getSync(placeOf(key, table), { valueEncoding: 'utf8' });
  return text === undefined ? null : { text, item: objectAt({ item: parseJson(text) }, 'item') };
}

async function writeIn(
  store: DynaliteStore,
  tables: KnownTables,
  { operation, input, key, before }: Write,
): Promise<QuickWrite | null> {
  const table = await tables.find(input['TableName']);
  const quick = table === null ? null : quickWrite(operation, input, key, before, table);
  if (table === null || quick === null) return null;
  if (quick.holds && quick.after !== null) await storeQuickly(store, table, key, before, quick.after);
  return quick;
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
