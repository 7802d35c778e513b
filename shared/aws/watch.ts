/** CloudWatch of a deployed stack. In: the stack's outputs. Out: the port. Promise: only what belongs to this stack; loaded by one verb only. */
import { CloudFormationClient, paginateListStackResources } from '@aws-sdk/client-cloudformation';
import { CloudWatchClient, DescribeAlarmsCommand, GetMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import type { FunctionFigures, RaisedAlarm, Watch } from '../pipeline/watch-ports.ts';
import { type AwsPlace, clientConfig } from './place.ts';
import { type Asked, functionQueries, metricInput, oldestQuery } from './watch-requests.ts';

export function remoteWatch(stack: string, outputs: Readonly<Record<string, string>>, place: AwsPlace): Watch {
  const cloudWatch = new CloudWatchClient(clientConfig(place));
  const ask = async (asked: Asked): Promise<ReadonlyMap<string, number>> => {
    const { MetricDataResults = [] } = await cloudWatch.send(new GetMetricDataCommand(metricInput(asked, new Date())));
    const measured = MetricDataResults.filter(({ Values = [] }) => Values.length > 0);
    return new Map(measured.map(({ Id = '', Values = [] }) => [Id, folded(Id, Values)]));
  };
  return {
    functions: async () => figuresOf(outputs, await ask(functionQueries(outputs))),
    oldestUploadS: async () => (await ask(oldestQuery(outputs))).get('most0') ?? null,
    alarms: async () => raised(cloudWatch, await alarmNames(new CloudFormationClient(clientConfig(place)), stack)),
  };
}

/** What is counted is summed; of what is measured the most counts. */
function folded(id: string, values: readonly number[]): number {
  return id.startsWith('most') ? Math.max(...values) : values.reduce((sum, value) => sum + value, 0);
}

function figuresOf(
  outputs: Readonly<Record<string, string>>,
  measured: ReadonlyMap<string, number>,
): readonly FunctionFigures[] {
  return functionQueries(outputs).functions.map(({ role }, at) => ({
    role,
    errors: measured.get(`errors${at}`) ?? 0,
    throttles: measured.get(`throttles${at}`) ?? 0,
    behindMs: measured.get(`most${at}`) ?? null,
  }));
}

/** By the stack's own list: names of alarms of another stage may begin alike. */
async function alarmNames(client: CloudFormationClient, StackName: string): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const { StackResourceSummaries = [] } of paginateListStackResources({ client }, { StackName })) {
    for (const { ResourceType, PhysicalResourceId } of StackResourceSummaries)
      if (ResourceType === 'AWS::CloudWatch::Alarm' && PhysicalResourceId !== undefined) names.push(PhysicalResourceId);
  }
  return names;
}

async function raised(client: CloudWatchClient, AlarmNames: readonly string[]): Promise<readonly RaisedAlarm[]> {
  if (AlarmNames.length === 0) return [];
  const asked = new DescribeAlarmsCommand({ AlarmNames: [...AlarmNames], StateValue: 'ALARM' });
  const { MetricAlarms = [] } = await client.send(asked);
  return MetricAlarms.map(({ AlarmName = '', AlarmDescription = '' }) => ({ name: AlarmName, says: AlarmDescription }));
}
