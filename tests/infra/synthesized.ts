/** A synthesized template without the time of bundling: stand-in functions, checks of CloudFormation's own left to CI. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { afterAll } from 'vitest';
import { z } from 'zod';
import { readSettings } from '../../infra/settings.ts';
import { WirefoldStack } from '../../infra/stack.ts';

type Context = Readonly<Record<string, unknown>>;

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** The context of cdk.json, so that what is tested is what is deployed. */
function deployedContext(): Context {
  const text = readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8');
  return z.object({ context: z.record(z.string(), z.unknown()) }).parse(JSON.parse(text)).context;
}

export function aStack(context: Context = {}): { readonly app: App; readonly stack: WirefoldStack } {
  const folder = mkdtempSync(join(tmpdir(), 'wirefold-stub-'));
  folders.push(folder);
  const code = join(folder, 'code');
  mkdirSync(code);
  writeFileSync(join(code, 'index.mjs'), 'export async function handler() {}');
  const app = new App({
    context: { ...deployedContext(), ...context },
    outdir: join(folder, 'cdk.out'),
    builtinCloudFormationValidation: false,
  });
  const bundles = { ingest: code, group: code, gather: code, settle: code, purge: code, archive: code, query: code };
  const stack = new WirefoldStack(app, { settings: readSettings(app.node), bundles });
  return { app, stack };
}

export function aTemplate(context: Context = {}): Template {
  return Template.fromStack(aStack(context).stack);
}

/** Synthesizes with cdk-nag on; throws what it finds. */
export function synthWithNag({ app }: { readonly app: App }): void {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  app.synth();
}

const OneOrMany = z.unknown().transform((value): readonly unknown[] => (Array.isArray(value) ? value : [value]));
const Statement = z.object({
  Effect: z.string(),
  Action: OneOrMany,
  Resource: OneOrMany,
  Condition: z.record(z.string(), z.unknown()).optional(),
});
const Policy = z.object({ Properties: z.object({ PolicyDocument: z.object({ Statement: z.array(Statement) }) }) });
export type Statement = z.infer<typeof Statement>;

/** Statements of all role policies whose logical id starts with `idPrefix`, for example `IngestRole`. */
export function roleStatements(template: Template, idPrefix: string): readonly Statement[] {
  return Object.entries(template.findResources('AWS::IAM::Policy'))
    .filter(([id]) => id.startsWith(idPrefix))
    .flatMap(([, resource]) => Policy.parse(resource).Properties.PolicyDocument.Statement);
}
