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
    'No AWS credentials were found. Name a profile with --profile, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY',
  ExpiredToken: 'The AWS credentials have expired. Log in again',
  ExpiredTokenException: 'The AWS credentials have expired. Log in again',
  AccessDenied: 'AWS refuses: these credentials may not do that',
  AccessDeniedException: 'AWS refuses: these credentials may not do that',
  NoSuchBucket: 'The bucket of this store is gone',
  ResourceNotFoundException: 'The table of this store is gone',
};

export function endingOf(error: unknown): Ending {
  if (error instanceof Stop) return { exitCode: error.exitCode, message: error.message };
  if (!(error instanceof Error)) return { exitCode: EXIT.someFailed, message: String(error) };
  const code = codeOf(error);
  if (error.name === 'ValidationError' && error.message.includes('does not exist')) {
    return { exitCode: EXIT.notFound, message: `${error.message}. Is it the right --region and --profile?` };
  }
  return { exitCode: EXIT.someFailed, message: IN_WORDS[code] ?? IN_WORDS[error.name] ?? error.message };
}

/** Connection errors come as one error for each address that was tried. */
function codeOf(error: Error): string {
  const inner: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return inner instanceof Error && 'code' in inner && typeof inner.code === 'string' ? inner.code : '';
}
