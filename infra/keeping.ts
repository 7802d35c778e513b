/** What happens to data when a stack goes. In: the stage. Out: CDK's policies. Promise: production never loses data by a stack's deletion. */
import { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Settings } from './settings.ts';

export interface Keeping {
  readonly removalPolicy: RemovalPolicy;
  readonly deletionProtection: boolean;
  readonly logRetention: RetentionDays;
  /** Of logs; null: CloudWatch's own. */
  readonly logKey: IKey | null;
  /** Whether X-Ray follows what the functions do. */
  readonly tracing: boolean;
}

export function keepingOf(settings: Settings, key: IKey | null): Keeping {
  const production = settings.stage === 'production';
  return {
    // A bucket that holds objects refuses to be destroyed in any stage, so test data is not lost by accident either.
    removalPolicy: removalPolicyOf(settings),
    logKey: key,
    deletionProtection: production,
    logRetention: retention(settings.logRetentionDays),
    tracing: settings.tracing,
  };
}

export function removalPolicyOf({ stage }: Settings): RemovalPolicy {
  return stage === 'production' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
}

/** CDK's names for the values that CloudWatch allows are their numbers of days. */
function retention(days: number): RetentionDays {
  const found = Object.values(RetentionDays).find((value): value is RetentionDays => value === days);
  if (found === undefined) throw new Error(`CloudWatch keeps no logs for ${days} days`);
  return found;
}
