/** What the functions are wired to: everything that stands before them in the flow. */
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { RawBucket } from './bucket.ts';
import type { Budget } from './budget.ts';
import type { Keeping } from './keeping.ts';
import type { Queues } from './queues.ts';
import type { Settings } from './settings.ts';

export interface Parts {
  readonly bucket: RawBucket;
  /** Null: the keys of AWS's services. */
  readonly key: IKey | null;
  readonly queues: Queues;
  readonly table: Table;
  readonly budget: Budget;
  readonly settings: Settings;
  readonly keeping: Keeping;
}
