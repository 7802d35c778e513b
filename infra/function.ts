/** One function with a role and a log group of its own. Promise: the role may write its own log and nothing else until granted. */
import { Duration } from 'aws-cdk-lib';
import { type PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  RecursiveLoop,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Keeping } from './keeping.ts';
import { metricsNamespace } from './metrics.ts';
import { acknowledgeTracing } from './nag.ts';

export interface FunctionFacts {
  /** Construct id, for example `Ingest`. */
  readonly id: string;
  /** Also the `service` in logs and metrics. */
  readonly service: string;
  readonly description: string;
  /** Folder of the bundle. */
  readonly bundle: string;
  readonly memoryMib: number;
  readonly timeoutS: number;
  readonly environment: Readonly<Record<string, string>>;
  /** What the role may do beside logging. */
  readonly statements: readonly PolicyStatement[];
  readonly keeping: Keeping;
  /**
   * It sends to the queue that feeds it, and each message is smaller than the one before. Lambda would otherwise take the sixteenth link of
   * such a chain for a fault, and give it up.
   */
  readonly recursion?: 'bounded';
}

export function nodeFunction(scope: Construct, facts: FunctionFacts): LambdaFunction {
  const logGroup = new LogGroup(scope, `${facts.id}Logs`, {
    retention: facts.keeping.logRetention,
    removalPolicy: facts.keeping.removalPolicy,
    ...(facts.keeping.logKey === null ? {} : { encryptionKey: facts.keeping.logKey }),
  });
  const role = new Role(scope, `${facts.id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  logGroup.grantWrite(role);
  for (const statement of facts.statements) role.addToPolicy(statement);
  if (facts.keeping.tracing) acknowledgeTracing(role);
  return new LambdaFunction(scope, facts.id, {
    description: facts.description,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    handler: 'index.handler',
    code: Code.fromAsset(facts.bundle),
    memorySize: facts.memoryMib,
    timeout: Duration.seconds(facts.timeoutS),
    role,
    logGroup,
    loggingFormat: LoggingFormat.JSON,
    ...(facts.recursion === 'bounded' ? { recursiveLoop: RecursiveLoop.ALLOW } : {}),
    tracing: facts.keeping.tracing ? Tracing.ACTIVE : Tracing.DISABLED,
    environment: {
      ...facts.environment,
      POWERTOOLS_SERVICE_NAME: facts.service,
      POWERTOOLS_METRICS_NAMESPACE: metricsNamespace(scope),
    },
  });
}
