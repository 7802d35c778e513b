/** The little of dynalite that is used, by its files: it ships no types of its own. */
type Values = import('../json.ts').JsonObject;

/** A refusal that the caller is meant to see. */
interface DynaliteError extends Error {
  readonly statusCode: number;
  readonly body: Values;
}

type Told<T> = (error: Error | null | undefined, value?: T) => void;

interface DynaliteKeyPart {
  readonly AttributeName: string;
}

/** What dynalite knows of a table, as far as it is used. */
interface DynaliteTable {
  readonly TableName: string;
  readonly TableStatus: string;
  /** Of the partition, then of the sort key. */
  readonly KeySchema: readonly DynaliteKeyPart[];
  readonly GlobalSecondaryIndexes?: readonly DynaliteIndex[];
  readonly LocalSecondaryIndexes?: readonly unknown[];
}

interface DynaliteIndex {
  readonly IndexName: string;
  readonly KeySchema: readonly DynaliteKeyPart[];
}

interface DynaliteIndexActions {
  readonly puts: readonly { readonly index: string; readonly key: string; readonly item: Values }[];
  readonly deletes: readonly { readonly index: string; readonly key: string }[];
}

type DynaliteStep =
  | { readonly type: 'put'; readonly key: string; readonly value: string; readonly valueEncoding: 'utf8' }
  | { readonly type: 'del'; readonly key: string };

interface DynaliteRange {
  readonly gt?: string;
  readonly gte?: string;
  readonly lt?: string;
  readonly reverse?: boolean;
  readonly limit?: number;
}

interface DynaliteValues<T> {
  nextv(most: number): Promise<readonly T[]>;
  close(): Promise<void>;
}

/** Its files: keys as `item-TABLE~KEY`, values as JSON. */
interface DynaliteFiles {
  /** Bytes. */
  open(sizes: {
    readonly writeBufferSize: number;
    readonly maxFileSize: number;
    readonly cacheSize: number;
  }): Promise<void>;
  /** Undefined for a key that is not there. Blocks for as long as a look into memory takes, or into a file. */
  getSync(key: string, how: { readonly valueEncoding: 'utf8' }): string | undefined;
  /** All of it, or nothing. */
  batch(steps: readonly DynaliteStep[]): Promise<void>;
  getMany(keys: readonly string[], how: { readonly valueEncoding: 'utf8' }): Promise<readonly (string | undefined)[]>;
  values(range: DynaliteRange & { readonly valueEncoding: 'utf8' }): DynaliteValues<string>;
  values(range: object): DynaliteValues<unknown>;
  createValueStream: (range: object) => import('node:stream').Readable;
}

interface DynaliteStore {
  readonly db: DynaliteFiles;
  readonly lifecycleManager: { gracefulClose(): Promise<void> };
  getTable(name: string, told: Told<DynaliteTable>): void;
}

type DynaliteAction = (store: DynaliteStore, input: Values, told: Told<Values>) => void;

/** What checks the input of a call. */
interface DynaliteInput {
  readonly types: object;
  readonly custom?: unknown;
}

declare module 'dynalite/db/index.js' {
  const db: {
    create(options: Values): DynaliteStore;
    /** Null or undefined: it is one. */
    validateKey(key: Values, table: DynaliteTable): DynaliteError | null | undefined;
    createKey(key: Values, table: DynaliteTable): string;
    getIndexActions(
      indexes: readonly DynaliteIndex[],
      before: Values | null,
      after: Values,
      table: DynaliteTable,
    ): DynaliteIndexActions;
    hashPrefix(key: string, type: 'S'): string;
    toRangeStr(key: string, type: 'S'): string;
  };
  export = db;
}

declare module 'dynalite/validations/index.js' {
  const validations: {
    /** Takes out of the input what no call has. */
    checkTypes(input: Values, types: object): Values;
    checkValidations(input: Values, types: object, custom: unknown, store: DynaliteStore): void;
  };
  export = validations;
}

declare module 'dynalite/validations/*' {
  const input: DynaliteInput;
  export = input;
}

declare module 'dynalite/actions/*' {
  const action: DynaliteAction;
  export = action;
}
