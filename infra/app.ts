/**
 * `cdk synth` starts here, and so does the local run: bundles the functions, builds the stack, checks it. Needs no AWS
 * account and no network. Promise: the same template with and without the CDK command around it.
 */
import { readFileSync } from 'node:fs';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { z } from 'zod';
import { bundleFunctions, dropBundles } from './bundling.ts';
import { readSettings } from './settings.ts';
import { WirefoldStack } from './stack.ts';

const CdkJson = z.object({ context: z.record(z.string(), z.unknown()) });

const app = new App({ outdir: process.env['CDK_OUTDIR'] ?? 'cdk.out', context: fileContext() });
const settings = readSettings(app.node);
const bundles = await bundleFunctions();
try {
  new WirefoldStack(app, { settings, bundles });
} finally {
  dropBundles(bundles);
}
if (process.env['CDK_VALIDATION'] !== 'false') Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
app.synth();

/**
 * The command hands over cdk.json's context and asks for paths and assets in the metadata, but only it does: without this
 * a bare `node infra/app.ts` would write another template, one that the local run could not find its bundles by.
 */
function fileContext(): Record<string, unknown> {
  const text = readFileSync(new URL('../cdk.json', import.meta.url), 'utf8');
  const { context } = CdkJson.parse(JSON.parse(text));
  return { ...context, 'aws:cdk:enable-path-metadata': true, 'aws:cdk:enable-asset-metadata': true };
}
