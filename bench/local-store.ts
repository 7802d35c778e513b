/** The synthesized stack running on this machine for one benchmark, in a scratch folder that goes with it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesize } from '../infra/local/program/synth.ts';
import { startLocal } from '../infra/local/start.ts';
import { remoteStore } from '../shared/aws/store.ts';

/** `context`: settings of the deployment. `errors`: what the stack has logged as such so far; `logged`: bytes of all that its functions wrote. */
export async function openLocalStore(name: string, context: Readonly<Record<string, unknown>> = {}) {
  const scratch = mkdtempSync(join(tmpdir(), `wirefold-${name}-`));
  const assembly = join(scratch, 'assembly');
  await synthesize(assembly, context);
  const errors: string[] = [];
  let bytes = 0;
  const stack = await startLocal({
    assembly,
    dataDir: join(scratch, 'data'),
    visibilityCapSeconds: 2,
    log: ({ level, from, text }) => {
      bytes += Buffer.byteLength(text) + 1;
      if (level === 'error') errors.push(`${from}: ${text}`);
    },
  });
  const { outputs, endpoints } = stack;
  const names = { bucketName: outputs['BucketName'] ?? '', tableName: outputs['TableName'] ?? '' };
  return {
    stack,
    store: remoteStore(names, { region: null, profile: null, endpoints }),
    errors,
    assembly,
    tableName: names.tableName,
    logged: () => bytes,
    close: async () => {
      await stack.stop();
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}
