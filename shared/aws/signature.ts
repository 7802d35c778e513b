/**
 * AWS's Signature Version 4 of a call to DynamoDB, which is always a POST to `/`. In: what is sent, by whom, when. Out: headers. Promise: what the
 * SDK's own signer gives (a test compares them), for a quarter of its work: the key of a day is made once, and no other shape of request is known.
 */
import { createHmac, createSecretKey, hash, type KeyObject } from 'node:crypto';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

export interface Call {
  /** With its port, where it has one of its own. */
  readonly host: string;
  /** `DynamoDB_20120810.GetItem` */
  readonly target: string;
  readonly body: string;
  readonly region: string;
}

export type Sign = (call: Call, credentials: Credentials, now: Date) => Record<string, string>;

const SERVICE = 'dynamodb';
const ALGORITHM = 'AWS4-HMAC-SHA256';
const CONTENT_TYPE = 'application/x-amz-json-1.0';

/** A signer of its own for each client: it remembers one key. */
export function makeSigner(): Sign {
  let known: { readonly name: string; readonly key: KeyObject } | null = null;
  const keyOf = (secret: string, day: string, region: string): KeyObject => {
    const name = `${day}/${region}/${secret}`;
    if (known?.name !== name) known = { name, key: signingKey(secret, day, region) };
    return known.key;
  };
  return ({ host, target, body, region }, { accessKeyId, secretAccessKey, sessionToken }, now) => {
    const at = now.toISOString().replace(/[-:]|\.\d{3}/g, '');
    const day = at.slice(0, 8);
    const content = hash('sha256', body);
    // In the order of their names, as the signature has them.
    const signed: Record<string, string> = {
      'content-type': CONTENT_TYPE,
      host,
      'x-amz-content-sha256': content,
      'x-amz-date': at,
      ...(sessionToken === undefined ? {} : { 'x-amz-security-token': sessionToken }),
      'x-amz-target': target,
    };
    const names = Object.keys(signed).join(';');
    const lines = Object.entries(signed).map(([name, value]) => `${name}:${value}\n`);
    const canonical = `POST\n/\n\n${lines.join('')}\n${names}\n${content}`;
    const scope = `${day}/${region}/${SERVICE}/aws4_request`;
    const text = `${ALGORITHM}\n${at}\n${scope}\n${hash('sha256', canonical)}`;
    const signature = createHmac('sha256', keyOf(secretAccessKey, day, region))
      .update(text)
      .digest('hex');
    const authorization = `${ALGORITHM} Credential=${accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`;
    return { ...signed, authorization };
  };
}

function signingKey(secret: string, day: string, region: string): KeyObject {
  const steps = [day, region, SERVICE, 'aws4_request'];
  const key = steps.reduce<string | Buffer>(
    (before, step) => createHmac('sha256', before).update(step).digest(),
    `AWS4${secret}`,
  );
  return createSecretKey(Buffer.from(key));
}
