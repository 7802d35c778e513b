/** What happens to data when a stack goes. In: the stage. Out: CDK's policies. Promise: production never loses data by a stack's deletion. */
import { RemovalPolicy } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Settings } from './settings.ts';

export interface Keeping {
  readonly removalPolicy: RemovalPolicy;
  readonly deletionProtection: boolean;
  readonly logRetention: RetentionDays;
  /** Whether X-Ray follows what the functions do. */
  readonly tracing: boolean;
}

export function keepingOf(settings: Settings): Keeping {
  const production = settings.stage === 'production';
  return {
    // A bucket that holds objects refuses to be destroyed in any stage, so test data is not lost by accident either.
    removalPolicy: production ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    deletionProtection: production,
    logRetention: retention(settings.logRetentionDays),
    tracing: settings.tracing,
  };
}

/** CDK's names for the values that CloudWatch allows are their numbers of days. */
function retention(days: number): RetentionDays {
  const found = Object.values(RetentionDays).find((value): value is RetentionDays => value === days);
  if (found === undefined) throw new Error(`CloudWatch keeps no logs for ${days} days`);
  return found;
}
