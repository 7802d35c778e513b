/** What went wrong, as RFC 9457 has it. In: a code. Out: an answer. Promise: codes are stable; a detail says what to do, and nothing of the inside. */
import type { ApiAnswer } from './exchange.ts';

/** Title and status of each code. Codes are never renamed. */
const PROBLEMS = {
  'invalid-parameter': ['A parameter cannot be understood', 400],
  'unknown-parameter': ['There is no such parameter', 400],
  'not-found': ['There is nothing of that name', 404],
  'no-such-route': ['There is no such address', 404],
  'no-such-page': ['There is no page at that cursor', 404],
  'method-not-allowed': ['That cannot be done here', 405],
  'not-acceptable': ['It cannot be given in that form', 406],
  'too-large': ['The answer is too large', 413],
  internal: ['Something failed that is not your fault', 500],
  busy: ['The store is busy', 503],
} as const satisfies Readonly<Record<string, readonly [string, number]>>;

export type ProblemCode = keyof typeof PROBLEMS;
export const PROBLEM_CODES: readonly string[] = Object.keys(PROBLEMS);
export const PROBLEM_TYPE = 'application/problem+json';

/** Thrown by routes; becomes the answer. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ProblemCode, detail: string, headers: Readonly<Record<string, string>> = {}) {
    super(detail);
    this.code = code;
    this.headers = headers;
  }
}

export function problemAnswer({ code, message, headers }: Problem): ApiAnswer {
  const [title, status] = PROBLEMS[code];
  const body = JSON.stringify({ type: `urn:wirefold:problem:${code}`, title, status, code, detail: message });
  return { status, headers: { 'content-type': PROBLEM_TYPE, 'cache-control': 'no-store', ...headers }, body };
}
