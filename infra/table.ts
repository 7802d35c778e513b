/** The one table. Out: rows by `pk` and `sk`, a stream of changes, the `feed` index. Promise: restorable to any second of 35 days. */
import { AttributeType, ProjectionType, StreamViewType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { Keeping } from './keeping.ts';
import type { Settings } from './settings.ts';
import { billing, followLoad, indexBilling } from './table-capacity.ts';

/** Name of the index that lists newest first. Keys only: each further attribute would be paid for again with every write. */
export const FEED_INDEX = 'feed';

/** Seconds since 1970, after which an item may go. */
const EXPIRES = 'expires';

/** A plain table of one region: `TableV2` makes a global table, which many tools and emulators do not know. */
export function recordTable(scope: Construct, keeping: Keeping, key: IKey | null, settings: Settings): Table {
  const table = new Table(scope, 'Table', {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    sortKey: { name: 'sk', type: AttributeType.STRING },
    ...billing(settings),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    ...(key === null ? {} : { encryption: TableEncryption.CUSTOMER_MANAGED, encryptionKey: key }),
    stream: StreamViewType.NEW_AND_OLD_IMAGES,
    // Only notes of failures name a time; nothing that is stored does.
    timeToLiveAttribute: EXPIRES,
    deletionProtection: keeping.deletionProtection,
    removalPolicy: keeping.removalPolicy,
  });
  table.addGlobalSecondaryIndex({
    indexName: FEED_INDEX,
    partitionKey: { name: 'feedPk', type: AttributeType.STRING },
    sortKey: { name: 'feedSk', type: AttributeType.STRING },
    projectionType: ProjectionType.KEYS_ONLY,
    ...indexBilling(settings),
  });
  followLoad(table, FEED_INDEX, settings);
  return table;
}
