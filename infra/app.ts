/**
 * `cdk synth` starts here, and so does the local run: bundles the functions, builds the stack, checks it. Needs no AWS
 * account and no network. Promise: the same template with and without the CDK command around it.
 */
import { keptBundles } from './kept-bundles.ts';

// esbuild works in a process of its own: meanwhile CDK, which takes as long, is loaded in this one.
const bundling = keptBundles();
const { synthesize } = await import('./synthesize.ts');
await synthesize(bundling);
