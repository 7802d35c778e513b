/** What the two tools print, as one list. In: their JSON. Out: findings. Promise: output of another shape is an error, not an empty list. */
import { z } from 'zod';

export interface Finding {
  readonly tool: 'cfn-lint' | 'checkov';
  readonly rule: string;
  /** Logical id. */
  readonly resource: string;
  readonly says: string;
}

const CfnLint = z.array(
  z.object({
    Rule: z.object({ Id: z.string() }),
    Message: z.string(),
    Location: z.object({ Path: z.array(z.union([z.string(), z.number()])).nullable() }),
  }),
);
const Checkov = z.object({
  summary: z.object({ passed: z.number(), parsing_errors: z.literal(0) }),
  results: z.object({
    failed_checks: z.array(z.object({ check_id: z.string(), check_name: z.string(), resource: z.string() })),
  }),
});

/** cfn-lint names the path into the template: `Resources`, the id, and so on. */
export function cfnLintFindings(json: string): readonly Finding[] {
  return CfnLint.parse(JSON.parse(json)).map(({ Rule, Message, Location }) => ({
    tool: 'cfn-lint',
    rule: Rule.Id,
    resource: String(Location.Path?.[1] ?? ''),
    says: Message,
  }));
}

/** checkov names `AWS::SQS::Queue.Id`. Throws when it checked nothing. */
export function checkovFindings(json: string): readonly Finding[] {
  const { summary, results } = Checkov.parse(JSON.parse(json));
  if (summary.passed === 0) throw new Error('checkov checked nothing');
  return results.failed_checks.map(({ check_id, check_name, resource }) => ({
    tool: 'checkov',
    rule: check_id,
    resource: resource.split('.').at(-1) ?? '',
    says: check_name,
  }));
}
