/** Every resource type that the local run knows. Any other one stops it, by name: it never runs half of what is deployed. */

/** Types that are built and run here. */
export const RUN = {
  bucket: ['AWS::S3::Bucket'],
  queue: ['AWS::SQS::Queue'],
  table: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
  function: ['AWS::Lambda::Function'],
  mapping: ['AWS::Lambda::EventSourceMapping'],
  schedule: ['AWS::Events::Rule'],
  api: ['AWS::ApiGatewayV2::Api'],
  integration: ['AWS::ApiGatewayV2::Integration'],
  route: ['AWS::ApiGatewayV2::Route'],
  role: ['AWS::IAM::Role'],
  policy: ['AWS::IAM::Policy'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Types that guard, watch or pay for the deployed stack, and that have nothing to do on one machine. */
export const NOTHING_TO_RUN: readonly string[] = [
  // Nobody has to sign in on this machine; limits and logs of calls guard the deployed API.
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGatewayV2::Stage',
  // DuckDB reads the files of the archive here, with the same SQL: see cli/archive.
  'AWS::Athena::WorkGroup',
  'AWS::Glue::Database',
  'AWS::Glue::Table',
  // By request or by the hour: one machine has what it has.
  'AWS::ApplicationAutoScaling::ScalableTarget',
  'AWS::ApplicationAutoScaling::ScalingPolicy',
  'AWS::ApplicationInsights::Application',
  'AWS::Budgets::Budget',
  'AWS::CDK::Metadata',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::CompositeAlarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::IAM::ManagedPolicy',
  'AWS::KMS::Alias',
  'AWS::KMS::Key',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::Permission',
  'AWS::Logs::LogGroup',
  'AWS::Logs::MetricFilter',
  'AWS::Logs::QueryDefinition',
  'AWS::S3::BucketPolicy',
  'AWS::SNS::Subscription',
  'AWS::SNS::Topic',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
  'AWS::ResourceGroups::Group',
];

/** Throws with the names of all unknown types. */
export function checkTypes(types: Iterable<string>): void {
  const known = new Set([...Object.values(RUN).flat(), ...NOTHING_TO_RUN]);
  const unknown = [...new Set(types)].filter((type) => !known.has(type));
  if (unknown.length > 0) throw new Error(`the local run does not know how to run: ${unknown.join(', ')}`);
}
