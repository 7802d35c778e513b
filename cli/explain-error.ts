/** What went wrong, for a person. In: anything thrown. Out: an exit status and one line. Promise: no stack trace, nothing of a page. */
import { EXIT, type ExitCode, Stop } from './exit.ts';

export interface Ending {
  readonly exitCode: ExitCode;
  readonly message: string;
}

/** By the name or code of errors of Node and the SDK; the rest is shown with its own message. */
const IN_WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nobody answers at the local endpoint. Start the local run with: npm start',
  CredentialsProviderError:
    'No AWS credentials were found. Name a profile that has some with --profile, log in, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY',
  UnrecognizedClientException: 'AWS does not know these credentials',
  InvalidClientTokenId: 'AWS does not know these credentials',
  InvalidAccessKeyId: 'AWS does not know these credentials',
  SignatureDoesNotMatch: 'AWS does not accept these credentials: is the secret key right?',
  ExpiredToken: 'The AWS credentials have expired. Log in again',
  ExpiredTokenException: 'The AWS credentials have expired. Log in again',
  AccessDenied: 'AWS refuses: these credentials may not do that',
  AccessDeniedException: 'AWS refuses: these credentials may not do that',
  NoSuchBucket: 'The bucket of this store is gone',
  ResourceNotFoundException: 'The table of this store is gone',
  QueueDoesNotExist: 'A queue of this store is gone',
  QueueStands: 'The queue is full and gets no shorter: ingest does not work it off. See: wirefold failed',
};

/** Errors of the SDK that have neither name nor code of their own. */
const IN_MESSAGES: readonly (readonly [RegExp, string])[] = [
  [/^Region is missing/, 'No AWS region is set. Name one with --region, for example eu-central-1, or set AWS_REGION'],
  [/^Region not accepted/, 'That is no AWS region. They look like eu-central-1 or us-east-1: see --region'],
  [
    /^(?:getaddrinfo )?(?:ENOTFOUND|EAI_AGAIN)/,
    'AWS cannot be reached by that name: is --region right, and is there a network?',
  ],
  [
    /ETIMEDOUT|ECONNRESET|ENETUNREACH|EHOSTUNREACH|socket hang up/,
    'AWS does not answer. Is there a network? Try again',
  ],
];

const NO_PROFILE = 'There is no such AWS profile on this machine. See --profile and ~/.aws/config';

function inMessage(message: string): string | null {
  if (/rofile/.test(message) && /could not be found|not found|does not exist/.test(message)) return NO_PROFILE;
  return IN_MESSAGES.find(([pattern]) => pattern.test(message))?.[1] ?? null;
}

export function endingOf(error: unknown): Ending {
  if (error instanceof Stop) return { exitCode: error.exitCode, message: error.message };
  if (!(error instanceof Error)) return { exitCode: EXIT.someFailed, message: String(error) };
  if (error.name === 'CursorError') {
    const message = `${error.message} --starting-token takes what the same question printed before`;
    return { exitCode: EXIT.usage, message };
  }
  const code = codeOf(error);
  if (code === 'archive.none') return { exitCode: EXIT.notFound, message: error.message };
  if (error.name === 'ValidationError' && error.message.includes('does not exist')) {
    return { exitCode: EXIT.notFound, message: `${error.message}. Is it the right --region and --profile?` };
  }
  const said = inMessage(error.message);
  if (said !== null) return { exitCode: EXIT.someFailed, message: said };
  return { exitCode: EXIT.someFailed, message: IN_WORDS[code] ?? IN_WORDS[error.name] ?? error.message };
}

/** AWS names the right that is missing, deep in a long sentence; null: something else went wrong. */
export function missingRight(error: unknown): string | null {
  return /not authorized to perform: ([\w:]{1,100})/.exec(error instanceof Error ? error.message : '')?.[1] ?? null;
}

/** Connection errors come as one error for each address that was tried. */
function codeOf(error: Error): string {
  const inner: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return inner instanceof Error && 'code' in inner && typeof inner.code === 'string' ? inner.code : '';
}
