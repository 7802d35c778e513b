/** Plain items to the SDK's attribute values and back. Promise: what goes in comes out, binary included. */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Attributes, Item, Value } from '../core/item.ts';

export type Marshalled = Record<string, AttributeValue>;

export function toAttributes(values: Attributes): Marshalled {
  return marshall(values);
}

/** The table's schema guarantees both keys. */
export function toItem(values: Marshalled): Item {
  return unmarshall(values) as Item;
}

export function toValue(value: Value): AttributeValue {
  const { value: marshalled } = marshall({ value });
  if (marshalled === undefined) throw new TypeError('a value cannot be undefined');
  return marshalled;
}
