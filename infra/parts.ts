/** What the functions are wired to: everything that stands before them in the flow. */
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Budget } from './budget.ts';
import type { Keeping } from './keeping.ts';
import type { Queues } from './queues.ts';
import type { Settings } from './settings.ts';

export interface Parts {
  readonly bucket: Bucket;
  readonly queues: Queues;
  readonly table: Table;
  readonly budget: Budget;
  readonly settings: Settings;
  readonly keeping: Keeping;
}
