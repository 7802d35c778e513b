/**
 * The whole deployment, in the order of the flow: bucket -> queue -> ingest -> table -> group
 * -> gather, settle, purge, archive. In: settings and bundles.
 * Out: one stack. Promise: nothing is public, every role may do only what its function does, every failure ends in a queue.
 */
import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { alarms } from './alarms.ts';
import { addApi } from './api.ts';
import { addArchive } from './archive.ts';
import { bucketArn, bucketName, bucketOf } from './bucket.ts';
import { BUDGET } from './budget.ts';
import type { Bundles } from './bundling.ts';
import { addDashboard } from './dashboard.ts';
import { gatherFunction, settleFunction } from './gather.ts';
import { groupFunction } from './group.ts';
import { ingestFunction } from './ingest.ts';
import { keepingOf, removalPolicyOf } from './keeping.ts';
import { stackKey } from './key.ts';
import { addBudget } from './monthly-budget.ts';
import { acknowledge } from './nag.ts';
import { outputs } from './outputs.ts';
import { purgeFunction } from './purge.ts';
import { queues } from './queues.ts';
import { type Settings, stackName } from './settings.ts';
import { recordTable } from './table.ts';

export interface WirefoldStackProps {
  readonly settings: Settings;
  readonly bundles: Bundles;
}

export class WirefoldStack extends Stack {
  constructor(scope: Construct, props: WirefoldStackProps) {
    const { settings, bundles } = props;
    super(scope, stackName(settings), { description: 'Wirefold: raw news articles in, normalised records out' });
    const name = settings.existingBucket === '' ? bucketName(this.stackName) : settings.existingBucket;
    const key = stackKey(this, settings, bucketArn(name), removalPolicyOf(settings));
    const keeping = keepingOf(settings, key);
    const queue = queues(this, BUDGET, bucketArn(name), key);
    const bucket = bucketOf(this, { name, queue: queue.incoming, keeping, key, settings });
    const table = recordTable(this, keeping, key, settings);
    const parts = { bucket, queues: queue, table, budget: BUDGET, settings, keeping, key };
    const ingest = ingestFunction(this, parts, bundles.ingest);
    const group = groupFunction(this, parts, bundles.group);
    const gather = gatherFunction(this, parts, bundles.gather);
    const settle = settleFunction(this, parts, bundles.settle);
    const purge = purgeFunction(this, parts, bundles.purge);
    const archive = settings.archive ? addArchive(this, parts, bundles.archive) : null;
    const query = addApi(this, parts, bundles.query);
    alarms(this, parts, { ingest, group, gather, settle, purge, archive, query });
    if (settings.dashboard) {
      const functions = [ingest, group, gather, settle, purge, query, ...(archive === null ? [] : [archive])];
      addDashboard(this, { queues: queue, table, functions, fromStream: [group, gather] });
    }
    addBudget(this, settings);
    outputs(this, parts, { ingest, group, gather, settle, purge });
    acknowledge({ bucket, queues: queue, ingest });
  }
}
