/** What a deployment may choose. In: CDK context (`-c name=value`). Out: checked settings. Promise: a typo fails synth by name. */
import type { Node } from 'constructs';
import { z } from 'zod';

const Settings = z.object({
  /** Empty: the stack is called `Wirefold`; else `Wirefold-<stage>`. `production` keeps its data when the stack is deleted. */
  stage: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,19}$/, 'lower-case letters, digits and dashes, at most 20, starting with a letter')
    .or(z.literal(''))
    .default(''),
  /** Days that function logs are kept; one of the values CloudWatch allows. */
  logRetentionDays: z.coerce
    .number()
    .refine(
      (days) => [1, 3, 5, 7, 14, 30, 60, 90, 180, 365].includes(days),
      'one of 1, 3, 5, 7, 14, 30, 60, 90, 180, 365',
    )
    .default(30),
  /** Copies of `ingest` that run at once: what bounds the load on the table. SQS asks for 2 to 1000. */
  maxConcurrency: z.coerce.number().int().min(2).max(1000).default(10),
  /** MiB of `ingest`; CPU grows with it, and the page worker's heap must fit. */
  ingestMemoryMib: z.coerce.number().int().min(1024).max(10_240).default(2048),
  /** Topic that every alarm tells. Empty: alarms are seen by whoever looks at them in CloudWatch, and by nobody else. */
  alarmTopicArn: z
    .string()
    .regex(/^arn:[a-z-]+:sns:[a-z0-9-]+:\d{12}:[\w-]+$/, 'the ARN of an SNS topic')
    .or(z.literal(''))
    .default(''),
});

export type Settings = z.infer<typeof Settings>;

export function readSettings(node: Node): Settings {
  const given = Object.fromEntries(Object.keys(Settings.shape).map((name) => [name, node.tryGetContext(name)]));
  const result = Settings.safeParse(given);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`CDK context is wrong. ${problems.join('; ')}`);
}

/** `production` //=> `Wirefold-production`; empty //=> `Wirefold` */
export function stackName(settings: Settings): string {
  return settings.stage === '' ? 'Wirefold' : `Wirefold-${settings.stage}`;
}
