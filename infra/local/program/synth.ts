/** The template and bundles that `cdk deploy` would upload, made on this machine. In: a folder. Out: the same folder, filled. */
import { spawn } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../../..');
/** A watchdog: synthesis takes seconds. */
const SYNTH_MS = 180_000;

/** Whoever tries it out will not wait ten minutes for the archive; a bucket of AWS's own is not there, so the local run makes one. */
const CONTEXT = { archiveMinutes: 1, existingBucket: '' };

/** `context`: settings beside those of the local run. Throws with what the CDK app printed when it fails. Skips only the template's validation, which deploying does. */
export async function synthesize(outDir: string, context: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const given = JSON.stringify({ ...CONTEXT, ...context });
  const child = spawn(process.execPath, [path.join(ROOT, 'infra/app.ts')], {
    cwd: ROOT,
    env: { ...process.env, CDK_OUTDIR: outDir, CDK_VALIDATION: 'false', CDK_CONTEXT_JSON: given },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: SYNTH_MS,
  });
  const printed: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => printed.push(text));
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) throw new Error(`The stack could not be synthesized:\n${printed.join('').slice(0, 4_000)}`);
}
