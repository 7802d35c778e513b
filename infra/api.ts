/**
 * Questions over HTTP: an HTTP API in front of `query`. Promise: nothing is public (signed requests by default, tokens of an issuer that the
 * deployment names otherwise); the function only reads; calls are limited and logged; web pages are let in only where they are named.
 */
import { Fn, Stack } from 'aws-cdk-lib';
import { CfnApi, CfnAuthorizer, CfnIntegration, CfnRoute, CfnStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { BODIES_PREFIX } from './bucket.ts';
import { nodeFunction } from './function.ts';
import { mayUseKey } from './key.ts';
import { acknowledgeQuery } from './nag.ts';
import { apiOutputs } from './outputs.ts';
import type { Parts } from './parts.ts';
import type { Settings } from './settings.ts';
import { FEED_INDEX } from './table.ts';

const QUERY_MEMORY_MIB = 1_024;
/** The gateway itself waits 30 seconds at most. */
const QUERY_TIMEOUT_S = 20;

/** Each its own, so that a caller's rights may name it; what is none of them is answered as a problem by the function too. */
export const API_ROUTES: readonly string[] = [
  ...['/articles', '/articles/by-url', '/articles/{id}', '/articles/{id}/versions', '/articles/{id}/copies'],
  ...['/objects', '/objects/{key+}', '/stories', '/stories/{id}', '/events/{id}', '/changes', '/openapi.json'],
];

export function addApi(scope: Construct, parts: Parts, bundle: string): LambdaFunction {
  const query = queryFunction(scope, parts, bundle);
  const { settings } = parts;
  const api = new CfnApi(scope, 'Api', {
    name: `${scope.node.id}-query`,
    description: 'Wirefold: reads articles, stories, events and changes',
    protocolType: 'HTTP',
    ...corsOf(settings),
  });
  const integration = new CfnIntegration(scope, 'ApiIntegration', {
    apiId: api.ref,
    integrationType: 'AWS_PROXY',
    integrationUri: query.functionArn,
    payloadFormatVersion: '2.0',
  });
  const access = accessOf(scope, api, settings);
  for (const routeKey of [...API_ROUTES.map((path) => `GET ${path}`), '$default']) {
    const target = Fn.join('/', ['integrations', integration.ref]);
    new CfnRoute(scope, `ApiRoute${nameOf(routeKey)}`, { apiId: api.ref, routeKey, target, ...access });
  }
  stageOf(scope, api, parts);
  const { partition, region, account } = Stack.of(scope);
  query.addPermission('FromApi', {
    principal: new ServicePrincipal('apigateway.amazonaws.com'),
    sourceArn: `arn:${partition}:execute-api:${region}:${account}:${api.ref}/*`,
  });
  apiOutputs(scope, api.attrApiEndpoint, query.functionName);
  return query;
}

function queryFunction(scope: Construct, { table, bucket, keeping, key }: Parts, bundle: string): LambdaFunction {
  const query = nodeFunction(scope, {
    id: 'Query',
    service: 'query',
    description: 'Wirefold: answers questions over HTTP',
    bundle,
    memoryMib: QUERY_MEMORY_MIB,
    timeoutS: QUERY_TIMEOUT_S,
    environment: { TABLE_NAME: table.tableName, BUCKET_NAME: bucket.bucketName },
    statements: [
      new PolicyStatement({
        actions: ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:BatchGetItem'],
        resources: [table.tableArn],
      }),
      new PolicyStatement({ actions: ['dynamodb:Query'], resources: [`${table.tableArn}/index/${FEED_INDEX}`] }),
      new PolicyStatement({ actions: ['s3:GetObject'], resources: [bucket.arnForObjects(`${BODIES_PREFIX}*`)] }),
      ...mayUseKey(key, { reads: ['dynamodb', 's3'], writes: [] }),
    ],
    keeping,
  });
  acknowledgeQuery(query, bucket);
  return query;
}

function accessOf(scope: Construct, api: CfnApi, { apiJwtIssuer, apiJwtAudience }: Settings) {
  if (apiJwtIssuer === '') return { authorizationType: 'AWS_IAM' };
  const authorizer = new CfnAuthorizer(scope, 'ApiAuthorizer', {
    apiId: api.ref,
    name: 'tokens',
    authorizerType: 'JWT',
    identitySource: ['$request.header.Authorization'],
    jwtConfiguration: { issuer: apiJwtIssuer, audience: apiJwtAudience.split(',') },
  });
  return { authorizationType: 'JWT', authorizerId: authorizer.ref };
}

function corsOf({ apiCorsOrigins }: Settings) {
  if (apiCorsOrigins === '') return {};
  const allowHeaders = ['authorization', 'if-none-match', 'x-amz-date', 'x-amz-security-token', 'x-amz-content-sha256'];
  const allowOrigins = apiCorsOrigins.split(',');
  return { corsConfiguration: { allowOrigins, allowMethods: ['GET'], allowHeaders, exposeHeaders: ['etag'] } };
}

function stageOf(scope: Construct, api: CfnApi, { settings, keeping }: Parts): void {
  const { removalPolicy, logRetention, logKey } = keeping;
  const encrypted = logKey === null ? {} : { encryptionKey: logKey };
  const logs = new LogGroup(scope, 'ApiLogs', { retention: logRetention, removalPolicy, ...encrypted });
  const format = {
    ...{ requestId: '$context.requestId', at: '$context.requestTime', route: '$context.routeKey' },
    ...{ status: '$context.status', bytes: '$context.responseLength', ms: '$context.responseLatency' },
    ...{ error: '$context.error.messageString' },
  };
  new CfnStage(scope, 'ApiStage', {
    apiId: api.ref,
    stageName: '$default',
    autoDeploy: true,
    accessLogSettings: { destinationArn: logs.logGroupArn, format: JSON.stringify(format) },
    defaultRouteSettings: {
      throttlingRateLimit: settings.apiPerSecond,
      throttlingBurstLimit: settings.apiPerSecond * 2,
    },
  });
}

/** `GET /articles/{id}` //=> `Articlesid` */
function nameOf(routeKey: string): string {
  const words = routeKey.replace('GET ', '').split(/[^a-z]+/i);
  return words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join('');
}
