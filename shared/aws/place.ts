/** Where requests go, and how long a person waits for them. In: a place. Out: settings of an SDK client. */

/** All null: the account, region and credentials that the environment gives. */
export interface AwsPlace {
  readonly region: string | null;
  readonly profile: string | null;
  /** Of a local run: needs no credentials. */
  readonly endpoints: { readonly s3: string; readonly dynamodb: string; readonly sqs?: string | undefined } | null;
}

/** A person's line may be slow: 16 MiB in two minutes is 1 Mbit/s, and what is larger has as much longer. Half a minute without one byte is a line that is cut. */
const PATIENCE = {
  requestHandler: {
    connectionTimeout: 5_000,
    requestTimeout: 120_000,
    socketTimeout: 30_000,
    throwOnRequestTimeout: true,
  },
};
const PATIENCE_BYTES = 16 * 1024 * 1024;

/** Milliseconds for an upload. */
export function patienceFor(bytes: number): number {
  return Math.ceil(Math.max(1, bytes / PATIENCE_BYTES) * PATIENCE.requestHandler.requestTimeout);
}

/** Emulators take any; without these the SDK would look for real ones. */
const NO_CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' };

/** `endpoint`: of the service, in a local run. */
export function clientConfig({ region, profile, endpoints }: AwsPlace, endpoint?: string | undefined) {
  const at = endpoint === undefined ? {} : { endpoint };
  if (endpoints !== null) return { ...PATIENCE, ...at, region: region ?? 'us-east-1', credentials: NO_CREDENTIALS };
  return { ...PATIENCE, ...(region === null ? {} : { region }), ...(profile === null ? {} : { profile }) };
}
