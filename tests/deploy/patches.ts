/**
 * Everything in which the deploy test treats the emulator otherwise than AWS, each with its reason. Promise: the stack, the functions and the
 * command are never changed for it; with `--profile` none of this is used.
 */

export const PATCHES: readonly { readonly what: string; readonly reason: string }[] = [
  {
    what: 'AUTH=true',
    reason:
      'the emulator checks signatures and IAM policies only when it is told to; without it no missing right would be found',
  },
  {
    what: 'USE_SSL=1, AWS_CA_BUNDLE and NODE_EXTRA_CA_CERTS',
    reason:
      'buckets and queues refuse plain http, so the emulator serves TLS with a certificate of its own, which clients must know',
  },
  {
    what: 'BIND_HOST=127.0.0.1, and port 443 is said to be taken',
    reason: 'it would listen on all addresses of the machine, and on 443 beside its own port',
  },
  {
    what: 'calls of the HTTP API connect to 127.0.0.1, are shown a certificate of localhost, and name the host of ApiUrl in the header',
    reason: 'names below execute-api.localhost resolve on some systems only, and its certificate lacks them',
  },
  {
    what: 'alarms on calculated figures are left out (tests/deploy/lacking.ts)',
    reason: 'its CloudFormation knows no metric math in alarms',
  },
  {
    what: 'the template is synthesized without the checks of CDK',
    reason: 'npm run lint:template makes them; here they would cost a quarter of the time',
  },
  {
    what: 'no pause after a right is taken away or given',
    reason: 'IAM takes seconds to tell all of AWS, the emulator none',
  },
];

/** The emulator's own start, in Python, but for the second port. */
export const START = 'import ministack.app as app; app._port_is_bindable = lambda *_: False; app.main()';

/** Of the emulator's process. `folder`: for all that it writes. */
export function emulatorVariables(port: number, folder: string): Readonly<Record<string, string>> {
  return {
    AUTH: 'true',
    USE_SSL: '1',
    BIND_HOST: '127.0.0.1',
    MINISTACK_HOST: 'localhost',
    GATEWAY_PORT: String(port),
    TMPDIR: folder,
    HOME: folder,
  };
}

/** Of whoever talks to it: CDK, the command, the test. */
export function clientVariables(port: number, certificate: string): Readonly<Record<string, string>> {
  return {
    WIREFOLD_EMULATED: 'true',
    AWS_ENDPOINT_URL: `https://127.0.0.1:${port}`,
    // As the emulator writes the addresses of queues.
    AWS_ENDPOINT_URL_SQS: `https://localhost:${port}`,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: 'us-east-1',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CA_BUNDLE: certificate,
    NODE_EXTRA_CA_CERTS: certificate,
  };
}

export const isEmulated = (): boolean => process.env['WIREFOLD_EMULATED'] === 'true';

/** Where to connect for an address of the HTTP API, and whose certificate is awaited there. */
export function whereToConnect({ hostname }: URL): { readonly host: string; readonly servername: string } {
  return isEmulated() ? { host: '127.0.0.1', servername: 'localhost' } : { host: hostname, servername: hostname };
}

/** IAM is told to be eventually consistent: a right counts everywhere after some seconds. */
export const rightsTravelMs = (): number => (isEmulated() ? 0 : 20_000);
