/** Answers of the console's server. In: data, or what is the matter. Out: status, type and body. Promise: what was asked for and is not there is an answer like any other. */

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array;
  /** Name under which the browser saves it; not given: it is for the page. */
  readonly saveAs?: string;
}

export function json(value: unknown): Answer {
  return { status: 200, type: 'application/json', body: JSON.stringify(value) };
}

export function problem(status: number, message: string): Answer {
  return { status, type: 'application/json', body: JSON.stringify({ problem: message }) };
}

/** Of an id that leads nowhere the page tells in words: a status of failure would show as an error in the browser's own console besides. */
export function nothing(message: string): Answer {
  return problem(200, message);
}
