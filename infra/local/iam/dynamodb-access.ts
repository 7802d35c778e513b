/** Calls of DynamoDB in, the rights that they need out. Promise: a call that is not known here needs a right that nobody has. */
import { tableArn } from '../arn.ts';
import { isObject, type JsonObject, objectAt, objectsAt, optionalText } from '../json.ts';
import type { AccessRequest } from './evaluate.ts';

const LEADING_KEYS = 'dynamodb:LeadingKeys';

/** Name of a table's partition key. */
export type PartitionKeyOf = (table: string) => string;

export function dynamoAccess(
  operation: string,
  input: JsonObject,
  partitionKeyOf: PartitionKeyOf,
): readonly AccessRequest[] {
  const action = `dynamodb:${operation}`;
  if (isObject(input['RequestItems'])) return batch(action, input['RequestItems'], partitionKeyOf);
  const table = optionalText(input, 'TableName') ?? '';
  const index = optionalText(input, 'IndexName');
  const resource = index === null ? tableArn(table) : `${tableArn(table)}/index/${index}`;
  const keys = keysOf(operation, input, index === null ? partitionKeyOf(table) : null);
  return [{ action, resource, context: keys.length === 0 ? {} : { [LEADING_KEYS]: keys } }];
}

function batch(action: string, tables: JsonObject, partitionKeyOf: PartitionKeyOf): readonly AccessRequest[] {
  return Object.keys(tables).map((table) => {
    const name = partitionKeyOf(table);
    const keys = action.endsWith('BatchGetItem')
      ? objectsAt(objectAt(tables, table), 'Keys')
      : objectsAt(tables, table).map((entry) =>
          isObject(entry['PutRequest'])
            ? objectAt(entry['PutRequest'], 'Item')
            : objectAt(objectAt(entry, 'DeleteRequest'), 'Key'),
        );
    return { action, resource: tableArn(table), context: { [LEADING_KEYS]: keys.map((key) => keyText(key[name])) } };
  });
}

/** `name`: of the partition key; null for a query on an index, which names its own. */
function keysOf(operation: string, input: JsonObject, name: string | null): readonly string[] {
  if (operation === 'Query') return queried(input, name);
  if (name === null) return [];
  if (operation === 'PutItem') return [keyText(objectAt(input, 'Item')[name])];
  if (isObject(input['Key'])) return [keyText(input['Key'][name])];
  return [];
}

/** Which partition a query is about: `#pk = :pk AND …`. On an index that is what comes first. Other spellings than ours are refused, not guessed. */
function queried(input: JsonObject, name: string | null): readonly string[] {
  const names = objectAt(input, 'ExpressionAttributeNames');
  const condition = optionalText(input, 'KeyConditionExpression') ?? '';
  const equals = condition.split(' AND ').map((part) => part.trim().split(' = '));
  const found = equals.find(
    ([left = '', right]) => right !== undefined && (name === null || (names[left] ?? left) === name),
  );
  return [keyText(objectAt(input, 'ExpressionAttributeValues')[found?.[1] ?? ''])];
}

/** `{ S: 'x' }` //=> `x`; what is no key is an empty text, which no pattern of a partition allows. */
function keyText(attribute: JsonObject[string]): string {
  if (attribute === undefined || !isObject(attribute)) return '';
  return String(attribute['S'] ?? attribute['N'] ?? attribute['B'] ?? '');
}
