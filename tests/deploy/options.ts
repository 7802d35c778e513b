/** What the deploy test is asked for. In: arguments. Out: the emulator, or a real account by its profile. */
import { parseArgs } from 'node:util';

export const HELP = `npm run e2e:deploy                        deploys to an emulator on this machine (needs Python 3.10 or newer)
npm run e2e:deploy -- --profile NAME      deploys to the real account of that profile, and removes all of it again
  --region REGION   where; by default the profile's
  --stage NAME      the stack is called Wirefold-NAME; by default Wirefold-e2e. It must not exist yet
  --keep            leave the stack, to look at it (only with --profile)`;

export interface DeployOptions {
  /** Null: the emulator. */
  readonly profile: string | null;
  readonly region: string | null;
  readonly stage: string;
  readonly keep: boolean;
}

export class UsageError extends Error {}

export function readOptions(args: readonly string[]): DeployOptions | 'help' {
  const { values } = parse(args);
  if (values.help === true) return 'help';
  const { profile = null, region = null, stage = 'e2e', keep = false } = values;
  if (stage === 'production') throw new UsageError('A test never touches the stage production');
  if (profile === null && (keep || region !== null))
    throw new UsageError('--keep and --region mean something in a real account only: name its --profile');
  return { profile, region, stage, keep };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: { profile: text, region: text, stage: text, keep: flag, help: flag },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
