/** What the test asks of AWS beside the product itself: clients, made once, and the small deeds. Promise: all of it inside the stack under test. */
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { DeleteRolePolicyCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { GetFunctionConfigurationCommand, InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { DeleteObjectsCommand, ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';
import { GetQueueAttributesCommand, SetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';

const POLICY = 'wirefold-deploy-test';
const [cloudFormation, iam, lambda, sqs] = [
  new CloudFormationClient(),
  new IAMClient(),
  new LambdaClient(),
  new SQSClient(),
];
export const s3 = new S3Client();

/** Null when there is no such stack. */
export async function stackStatus(stack: string): Promise<string | null> {
  try {
    const { Stacks } = await cloudFormation.send(new DescribeStacksCommand({ StackName: stack }));
    return Stacks?.[0]?.StackStatus ?? null;
  } catch (error) {
    if (error instanceof Error && error.message.includes('does not exist')) return null;
    throw error;
  }
}

export async function functionFacts(
  FunctionName: string,
): Promise<{ readonly memoryMib: number; readonly role: string }> {
  const { MemorySize = 0, Role = '' } = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }));
  return { memoryMib: MemorySize, role: Role.split('/').at(-1) ?? '' };
}

/** As its schedule would; throws what the function threw. */
export async function callFunction(FunctionName: string): Promise<unknown> {
  const Payload = JSON.stringify({ source: 'aws.events', 'detail-type': 'Scheduled Event', detail: {} });
  const answer = await lambda.send(new InvokeCommand({ FunctionName, Payload }));
  const text = Buffer.from(answer.Payload ?? []).toString('utf8');
  if (answer.FunctionError !== undefined) throw new Error(`${FunctionName}: ${answer.FunctionError} ${text}`);
  return text === '' ? null : JSON.parse(text);
}

export async function forbid(RoleName: string, actions: readonly string[], resource: string): Promise<void> {
  const Statement = [{ Effect: 'Deny', Action: actions, Resource: resource }];
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
  await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: POLICY, PolicyDocument }));
}

export async function allowAgain(RoleName: string): Promise<void> {
  await iam.send(new DeleteRolePolicyCommand({ RoleName, PolicyName: POLICY }));
}

/** How long a message in work stays hidden. Gives how long it was before. */
export async function hideFor(QueueUrl: string, seconds: string): Promise<string> {
  const asked = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['VisibilityTimeout'] });
  const before = (await sqs.send(asked)).Attributes?.VisibilityTimeout ?? '';
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { VisibilityTimeout: seconds } }));
  return before;
}

export async function waitingIn(QueueUrl: string): Promise<number> {
  const AttributeNames = ['ApproximateNumberOfMessages' as const];
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames }));
  return Number(Attributes?.ApproximateNumberOfMessages ?? 0);
}

/** A hundred thousand versions: a test never makes as many. */
const MOST_PAGES = 100;

/** Every version, for good: a bucket that holds something is not destroyed with its stack. */
export async function emptyBucket(Bucket: string): Promise<number> {
  let gone = 0;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { Versions = [], DeleteMarkers = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket }));
    const Objects = [...Versions, ...DeleteMarkers].map(({ Key, VersionId }) => ({ Key, VersionId }));
    if (Objects.length === 0) return gone;
    await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }));
    gone += Objects.length;
  }
  throw new Error(`${Bucket} is not empty after ${gone} versions`);
}
