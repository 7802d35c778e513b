/** What `npm start` understands. In: the command line. Out: options, or a usage error in plain words. */
import path from 'node:path';
import { parseArgs } from 'node:util';

export interface Options {
  /** Exit once the samples are in the table. */
  readonly once: boolean;
  /** Forget what earlier runs stored. */
  readonly fresh: boolean;
  /** Where everything of the local run lies, absolute. */
  readonly stateDir: string;
  /** Folder that is watched, absolute. */
  readonly inboxDir: string;
  /** First port: S3 listens here, DynamoDB, SQS and the HTTP API on the next three. 0: any free ones. */
  readonly port: number;
}

export class UsageError extends Error {}

export const HELP = `npm start [-- OPTIONS]

Runs Wirefold on this machine: synthesizes the stack, starts S3, SQS and DynamoDB inside this process, runs the
functions that would be deployed, ingests the bundled sample articles, then watches inbox/ until Ctrl-C.

  --once         exit as soon as the samples are stored and listed
  --fresh        start from nothing (otherwise .wirefold/ keeps the state of the last run)
  --port N       S3 listens on port N, DynamoDB on N+1, SQS on N+2, the HTTP API on N+3, the console on N+4
                 (default 4566; 0: free ones)
  --state DIR    keep the state in DIR instead of .wirefold/
  --inbox DIR    watch DIR instead of inbox/
  --help         this text
`;

const DEFAULT_PORT = 4566;

export function readOptions(args: readonly string[], root: string, cwd: string): Options | 'help' {
  const values = parse(args);
  if (values.help) return 'help';
  const port = values.port === undefined ? DEFAULT_PORT : Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_531) throw new UsageError(`--port ${values.port} is not a port`);
  const at = (given: string | undefined, name: string) => (given ? path.resolve(cwd, given) : path.join(root, name));
  return {
    once: values.once ?? false,
    fresh: values.fresh ?? false,
    stateDir: at(values.state, '.wirefold'),
    inboxDir: at(values.inbox, 'inbox'),
    port,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        once: { type: 'boolean' },
        fresh: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        port: { type: 'string' },
        state: { type: 'string' },
        inbox: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
