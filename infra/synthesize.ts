/**
 * The stack from its bundles: built, checked, written. In: bundles that are being made. Out: `cdk.out`. Promise: what cdk-nag or CloudFormation's
 * own schemas find fails it; settings that are wrong are told before anybody waits for a bundle.
 */
import { readFileSync } from 'node:fs';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { z } from 'zod';
import type { Bundles } from './bundling.ts';
import { readSettings } from './settings.ts';
import { WirefoldStack } from './stack.ts';

const CdkJson = z.object({ context: z.record(z.string(), z.unknown()) });

export async function synthesize(bundling: Promise<Bundles>): Promise<void> {
  const app = new App({ outdir: process.env['CDK_OUTDIR'] ?? 'cdk.out', context: fileContext() });
  const settings = readSettings(app.node);
  const bundles = await bundling;
  new WirefoldStack(app, { settings, bundles });
  if (process.env['CDK_VALIDATION'] !== 'false') Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  app.synth();
}

/**
 * The command hands over cdk.json's context and asks for paths and assets in the metadata, but only it does: without this
 * a bare `node infra/app.ts` would write another template, one that the local run could not find its bundles by.
 */
function fileContext(): Record<string, unknown> {
  const text = readFileSync(new URL('../cdk.json', import.meta.url), 'utf8');
  const { context } = CdkJson.parse(JSON.parse(text));
  return { ...context, 'aws:cdk:enable-path-metadata': true, 'aws:cdk:enable-asset-metadata': true };
}
