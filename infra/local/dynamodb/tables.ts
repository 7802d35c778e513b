/** What the front must know of each table that dynalite does not keep: its key's names and its stream. */
import { streamArn } from '../arn.ts';
import { type Database, textOf, textOrNull } from '../database.ts';
import { isList, type JsonObject, objectsAt, optionalText, parseJson, textAt } from '../json.ts';

export interface TableFacts {
  readonly name: string;
  readonly keyNames: readonly string[];
  /** Null when the table has no stream. */
  readonly streamArn: string | null;
}

export interface Tables {
  add(input: JsonObject): TableFacts;
  remove(name: string): void;
  find(name: string): TableFacts | null;
}

export function openTables(db: Database, now: () => number): Tables {
  db.run('CREATE TABLE IF NOT EXISTS dynamo_table (name TEXT PRIMARY KEY, keys TEXT NOT NULL, stream TEXT) STRICT');
  /** Asked for with every call. */
  const known = new Map<string, TableFacts>();
  const find: Tables['find'] = (name) => {
    const remembered = known.get(name);
    if (remembered !== undefined) return remembered;
    const row = db.get('SELECT * FROM dynamo_table WHERE name = ?', name);
    if (row === undefined) return null;
    const keys = parseJson(textOf(row, 'keys'));
    const facts = { name, keyNames: isList(keys) ? keys.map(String) : [], streamArn: textOrNull(row, 'stream') };
    known.set(name, facts);
    return facts;
  };
  return {
    find,
    add: (input) => {
      const name = textAt(input, 'TableName');
      known.delete(name);
      const keyNames = objectsAt(input, 'KeySchema').map((key) => textAt(key, 'AttributeName'));
      const label = new Date(now()).toISOString().replace('Z', '');
      const arn = isStreamed(input) ? streamArn(name, label) : null;
      db.run('INSERT OR REPLACE INTO dynamo_table VALUES (?, ?, ?)', name, JSON.stringify(keyNames), arn);
      return { name, keyNames, streamArn: arn };
    },
    remove: (name) => {
      db.run('DELETE FROM dynamo_table WHERE name = ?', name);
      known.delete(name);
    },
  };
}

/** `keys` of an item or of a call's Key, in the order of the table. */
export function keyOf(facts: TableFacts, item: JsonObject): JsonObject {
  return Object.fromEntries(facts.keyNames.map((name) => [name, item[name]]));
}

function isStreamed(input: JsonObject): boolean {
  const wanted = input['StreamSpecification'];
  if (wanted === undefined || wanted === null) return false;
  const [stream] = objectsAt({ stream: [wanted] }, 'stream');
  if (stream === undefined || stream['StreamEnabled'] === false) return false;
  const view = optionalText(stream, 'StreamViewType') ?? 'NEW_AND_OLD_IMAGES';
  // The pipeline reads both images; a stream with less would be emulated wrongly, so it is not.
  if (view !== 'NEW_AND_OLD_IMAGES') throw new TypeError(`not emulated: StreamViewType ${view}`);
  return true;
}
