/** Declared event source mappings in, running ones out. A setting that is not known stops the run. */
import { readArn } from './arn.ts';
import type { DynamoContext } from './dynamodb/context.ts';
import { checkMapping } from './iam/mapping-access.ts';
import type { Roles } from './iam/roles.ts';
import { type JsonObject, listAt, numberAt, objectAt, objectsAt, optionalText, textAt } from './json.ts';
import type { LocalFunction } from './lambda/function.ts';
import { readFilters } from './mapping/filter.ts';
import type { Mapping, MappingSettings } from './mapping/mapping.ts';
import { startSqsMapping } from './mapping/sqs-mapping.ts';
import { type StreamParts, startStreamMapping } from './mapping/stream-mapping.ts';
import type { Meter } from './meter.ts';
import type { SqsContext } from './sqs/context.ts';
import type { Declared } from './template/stack.ts';
import type { LocalLog } from './types.ts';

export interface MappingParts extends StreamParts {
  readonly sqs: SqsContext;
  readonly dynamo: DynamoContext;
  readonly functions: ReadonlyMap<string, LocalFunction>;
  readonly retryCapSeconds: number | null;
  readonly meter: Meter;
  readonly roles: Roles;
  /** Role of a function by its name; null when it has none. */
  readonly roleOf: (functionName: string) => string | null;
}

const KNOWN = new Set([
  'BatchSize',
  'BisectBatchOnFunctionError',
  'DestinationConfig',
  'Enabled',
  'EventSourceArn',
  'FilterCriteria',
  'FunctionName',
  'FunctionResponseTypes',
  'MaximumBatchingWindowInSeconds',
  'MaximumRecordAgeInSeconds',
  'MaximumRetryAttempts',
  'ParallelizationFactor',
  'ScalingConfig',
  'StartingPosition',
  'Tags',
]);

export function buildMappings(mappings: readonly Declared[], parts: MappingParts, log: LocalLog): readonly Mapping[] {
  const enabled = mappings.filter(({ properties }) => properties['Enabled'] !== false);
  return enabled.map(({ id, properties }) => {
    const unknown = Object.keys(properties).filter((name) => !KNOWN.has(name));
    if (unknown.length > 0) throw new Error(`not emulated: ${unknown.join(', ')} of event source mapping ${id}`);
    const source = readArn(textAt(properties, 'EventSourceArn'));
    checkRights(id, properties, parts);
    const settings = commonSettings(id, properties, parts, log, source.service);
    if (source.service === 'sqs') return sqsMapping(source.name, settings, properties, parts);
    if (source.service === 'dynamodb') return streamMapping(source.name, settings, properties, parts);
    throw new Error(`not emulated: events from ${source.service} of event source mapping ${id}`);
  });
}

function checkRights(id: string, properties: JsonObject, { roles, roleOf }: MappingParts): void {
  const onFailure = objectAt(objectAt(properties, 'DestinationConfig'), 'OnFailure');
  const role = roleOf(functionOf(properties));
  const destination = optionalText(onFailure, 'Destination');
  checkMapping({ id, role, source: textAt(properties, 'EventSourceArn'), destination }, roles);
}

function functionOf(properties: JsonObject): string {
  const name = textAt(properties, 'FunctionName');
  return name.startsWith('arn:') ? readArn(name).name : name;
}

function commonSettings(
  id: string,
  properties: JsonObject,
  parts: MappingParts,
  log: LocalLog,
  service: string,
): MappingSettings {
  const name = functionOf(properties);
  const target = parts.functions.get(name);
  if (target === undefined) throw new Error(`event source mapping ${id} names no function of the stack: ${name}`);
  const patterns = objectsAt(objectAt(properties, 'FilterCriteria'), 'Filters').map((filter) =>
    textAt(filter, 'Pattern'),
  );
  return {
    id,
    batchSize: numberAt(properties, 'BatchSize', service === 'sqs' ? 10 : 100),
    windowMs: numberAt(properties, 'MaximumBatchingWindowInSeconds', 0) * 1_000,
    partial: listAt(properties, 'FunctionResponseTypes').includes('ReportBatchItemFailures'),
    filter: readFilters(patterns),
    target,
    meter: parts.meter,
    log,
  };
}

function sqsMapping(queue: string, common: MappingSettings, properties: JsonObject, parts: MappingParts): Mapping {
  const most = common.target.settings.processes;
  const pollers = Math.min(numberAt(objectAt(properties, 'ScalingConfig'), 'MaximumConcurrency', most), most);
  return startSqsMapping({ ...common, queue, pollers, retryCapSeconds: parts.retryCapSeconds }, parts.sqs);
}

function streamMapping(table: string, common: MappingSettings, properties: JsonObject, parts: MappingParts): Mapping {
  const retries = numberAt(properties, 'MaximumRetryAttempts', -1);
  const destination = optionalText(objectAt(objectAt(properties, 'DestinationConfig'), 'OnFailure'), 'Destination');
  if (destination !== null && readArn(destination).service !== 'sqs') throw new Error(`not emulated: ${destination}`);
  const settings = {
    ...common,
    table,
    streamArn: textAt(properties, 'EventSourceArn'),
    start: properties['StartingPosition'] === 'LATEST' ? ('newest' as const) : ('oldest' as const),
    retries: retries < 0 ? null : retries,
    bisect: properties['BisectBatchOnFunctionError'] === true,
    lanes: Math.min(numberAt(properties, 'ParallelizationFactor', 1), common.target.settings.processes),
    onFailure: destination === null ? null : readArn(destination).name,
  };
  return startStreamMapping(settings, parts);
}
