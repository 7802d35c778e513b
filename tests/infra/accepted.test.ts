/** What of the template is let pass that other tools find: nothing without a reason, and no reason without a finding. */
import { describe, expect, it } from 'vitest';
import { ACCEPTED } from '../template/accepted.ts';
import { cfnLintFindings, checkovFindings } from '../template/findings.ts';
import { judge } from '../template/judge.ts';

const finding = { tool: 'checkov', rule: 'CKV_1', resource: 'Queue1', says: 'x' } as const;
const entry = { tool: 'checkov', rule: 'CKV_1', where: ['AWS::SQS::Queue'], reason: 'because' } as const;
const typeOf = () => 'AWS::SQS::Queue';

describe('a finding', () => {
  it('passes with a reason for its rule and type or its name, and only then', () => {
    expect(judge([finding], [entry], typeOf)).toEqual({ unexplained: [], unused: [] });
    expect(judge([finding], [{ ...entry, where: ['#Queue'] }], typeOf).unexplained).toEqual([]);
    const others = [
      { ...entry, rule: 'CKV_2' },
      { ...entry, tool: 'cfn-lint' as const },
      { ...entry, where: ['#Table'] },
    ];
    for (const other of others) expect(judge([finding], [other], typeOf).unexplained).toEqual([finding]);
  });

  it('that is gone leaves no reason behind', () => {
    expect(judge([], [entry], typeOf).unused).toEqual([entry]);
  });

  it('is read from what the tools print, and no other output is taken for "nothing found"', () => {
    const lint = [{ Rule: { Id: 'W1' }, Message: 'm', Location: { Path: ['Resources', 'Queue1', 'Type'] } }];
    expect(cfnLintFindings(JSON.stringify(lint))).toEqual([
      { tool: 'cfn-lint', rule: 'W1', resource: 'Queue1', says: 'm' },
    ]);
    const failed_checks = [{ check_id: 'CKV_1', check_name: 'x', resource: 'AWS::SQS::Queue.Queue1' }];
    const checked = { summary: { passed: 1, parsing_errors: 0 }, results: { failed_checks } };
    expect(checkovFindings(JSON.stringify(checked))).toEqual([finding]);
    expect(() => checkovFindings(JSON.stringify({ ...checked, summary: { passed: 0, parsing_errors: 0 } }))).toThrow(
      'nothing',
    );
    expect(() => checkovFindings('{"passed": 0}')).toThrow();
    expect(() => cfnLintFindings('{}')).toThrow();
  });

  it('is accepted with a sentence', () => {
    expect(ACCEPTED.filter(({ reason }) => !/^[A-Z].{30,}\.$/.test(reason))).toEqual([]);
  });
});
