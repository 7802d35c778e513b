/** Queues by name with their attributes, kept in the database. Creating one that exists updates it: a restart is no error. */
import { ApiError } from '../api-error.ts';
import { queueArn } from '../arn.ts';
import { type Database, textOf } from '../database.ts';
import { isObject, numberAt, objectAt, parseJson, textAt } from '../json.ts';

export type QueueAttributes = Readonly<Record<string, string>>;

export interface Redrive {
  readonly deadLetterArn: string;
  readonly maxReceiveCount: number;
}

export interface Queues {
  create(name: string, attributes: QueueAttributes): void;
  remove(name: string): void;
  names(prefix: string): readonly string[];
  /** Throws QueueDoesNotExist. */
  attributes(name: string): QueueAttributes;
}

const DEFAULTS: QueueAttributes = {
  VisibilityTimeout: '30',
  DelaySeconds: '0',
  ReceiveMessageWaitTimeSeconds: '0',
  MessageRetentionPeriod: '345600',
  MaximumMessageSize: '1048576',
};

export function openQueues(db: Database): Queues {
  db.run('CREATE TABLE IF NOT EXISTS queue (name TEXT PRIMARY KEY, attributes TEXT NOT NULL) STRICT');
  const stored = (name: string): QueueAttributes | null => {
    const row = db.get('SELECT attributes FROM queue WHERE name = ?', name);
    return row === undefined ? null : readAttributes(textOf(row, 'attributes'));
  };
  return {
    create: (name, attributes) => {
      // S3 cannot notify a FIFO queue, so the pipeline has none and none is emulated.
      if (name.endsWith('.fifo')) throw new ApiError('UnsupportedOperation', 400, 'FIFO queues are not emulated');
      const merged = { ...DEFAULTS, ...stored(name), ...attributes };
      db.run('INSERT OR REPLACE INTO queue (name, attributes) VALUES (?, ?)', name, JSON.stringify(merged));
    },
    remove: (name) => void db.run('DELETE FROM queue WHERE name = ?', name),
    names: (prefix) => {
      const names = db.all('SELECT name FROM queue ORDER BY name').map((row) => textOf(row, 'name'));
      return names.filter((name) => name.startsWith(prefix));
    },
    attributes: (name) => {
      const found = stored(name);
      if (found === null) throw new ApiError('QueueDoesNotExist', 400, 'The specified queue does not exist.');
      return { ...found, QueueArn: queueArn(name) };
    },
  };
}

function readAttributes(text: string): QueueAttributes {
  const value = parseJson(text);
  if (!isObject(value)) throw new TypeError('queue attributes are not an object');
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, String(entry)]));
}

export function redriveOf(attributes: QueueAttributes): Redrive | null {
  const policy = attributes['RedrivePolicy'];
  if (policy === undefined || policy === '') return null;
  const wrapped = objectAt({ policy: parseJson(policy) }, 'policy');
  return {
    deadLetterArn: textAt(wrapped, 'deadLetterTargetArn'),
    maxReceiveCount: numberAt(wrapped, 'maxReceiveCount', 10),
  };
}
