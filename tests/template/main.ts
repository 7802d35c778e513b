/**
 * `npm run lint:template`: cfn-lint and checkov, tools of others, over the synthesized template: as it is by default, in production, and with
 * all that can be switched on. Promise: exits with 1 when there is a finding that `accepted.ts` does not explain.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { pythonWith } from '../deploy/python.ts';
import { ACCEPTED } from './accepted.ts';
import { cfnLintFindings, checkovFindings, type Finding } from './findings.ts';
import { judge } from './judge.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const MOST_MS = 300_000;
const MOST_BYTES = 64 * 1024 * 1024;
const Template = z.object({ Resources: z.record(z.string(), z.object({ Type: z.string() })) });
const KEY = 'arn:aws:kms:eu-central-1:123456789012:key/0f0e0d0c-1111-2222-3333-444455556666';
const CONTEXTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  default: {},
  production: { stage: 'production' },
  everything: {
    ...{ stage: 'all', alarmEmail: 'desk@herald.example', budgetUsd: 20, silenceHours: 24, tracing: true },
    ...{ rawDays: 90, archiveDays: 400, archiveColdDays: 30, apiCorsOrigins: 'https://desk.example' },
    ...{ kmsKey: 'own', outletSilence: 'herald.example=24' },
  },
  theirs: { stage: 'theirs', existingBucket: 'news-raw', kmsKey: KEY },
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Tools exit with other than 0 when they find something, so only what they print counts. */
function printed(command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): string {
  const options = { cwd: ROOT, encoding: 'utf8', timeout: MOST_MS, maxBuffer: MOST_BYTES, env } as const;
  const { stdout, stderr, error } = spawnSync(command, args, options);
  if (error !== undefined) throw error;
  if (stdout === '') throw new Error(`${args.join(' ')} printed nothing: ${stderr.slice(-1_000)}`);
  return stdout;
}

function synthesized(name: string, folder: string): string {
  const env = { ...process.env, CDK_OUTDIR: path.join(folder, name), CDK_CONTEXT_JSON: JSON.stringify(CONTEXTS[name]) };
  const { status, stderr } = spawnSync(process.execPath, [path.join(ROOT, 'infra/app.ts')], {
    cwd: ROOT,
    encoding: 'utf8',
    env,
  });
  if (status !== 0) throw new Error(`cdk synth of ${name} failed: ${stderr.slice(-1_000)}`);
  const stage = String(CONTEXTS[name]?.['stage'] ?? '');
  return path.join(folder, name, `Wirefold${stage === '' ? '' : `-${stage}`}.template.json`);
}

function findingsIn(file: string, python: string): readonly Finding[] {
  const bin = path.dirname(python);
  const checkov = [
    '-f',
    file,
    '--framework',
    'cloudformation',
    '--quiet',
    '--compact',
    '--skip-download',
    '-o',
    'json',
  ];
  return [
    ...cfnLintFindings(printed(path.join(bin, 'cfn-lint'), ['--format', 'json', '--template', file])),
    ...checkovFindings(printed(path.join(bin, 'checkov'), checkov)),
  ];
}

function main(): boolean {
  const folder = mkdtempSync(path.join(tmpdir(), 'wirefold-template-'));
  try {
    const python = pythonWith(path.join(import.meta.dirname, 'requirements.txt'));
    const types = new Map<string, string>();
    const all = Object.keys(CONTEXTS).flatMap((name) => {
      const file = synthesized(name, folder);
      for (const [id, { Type }] of Object.entries(Template.parse(JSON.parse(readFileSync(file, 'utf8'))).Resources))
        types.set(id, Type);
      const findings = findingsIn(file, python);
      say(`${name}: ${findings.length} findings`);
      return findings;
    });
    return told(judge(all, ACCEPTED, (id) => types.get(id) ?? ''));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function told({ unexplained, unused }: ReturnType<typeof judge>): boolean {
  for (const { tool, rule, resource, says } of unexplained)
    say(`not explained: ${tool} ${rule} at ${resource}: ${says}`);
  for (const { tool, rule } of unused)
    say(`nothing is found any more for: ${tool} ${rule}; take it out of tests/template/accepted.ts`);
  const passed = unexplained.length === 0 && unused.length === 0;
  say(passed ? `PASS: every finding is explained by one of ${ACCEPTED.length} reasons` : 'FAIL');
  return passed;
}

process.exitCode = main() ? 0 : 1;
