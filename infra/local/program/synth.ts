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
  const [code, signal] = await new Promise<readonly [number | null, string | null]>((resolve, reject) =>
    child.on('error', reject).on('close', (...end) => resolve(end)),
  );
  if (code !== 0) throw new Error(whyNot(signal, printed.join('')));
}

/** Whoever is stopped prints nothing. */
export function whyNot(signal: string | null, printed: string): string {
  const minutes = SYNTH_MS / 60_000;
  const stopped = `It was stopped (${signal}), as it is after ${minutes} minutes: is the machine busy? Then try again.\n`;
  return `The stack could not be synthesized:\n${signal === null ? '' : stopped}${printed.slice(0, 4_000)}`;
}
