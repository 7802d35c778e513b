/** The HTTP API as plain data. In: a request. Out: an answer. Promise: no server, gateway or SDK is known in this room. */
import type { QueryPorts } from '../pipeline/query.ts';

export interface ApiRequest {
  readonly method: string;
  /** Decoded, without the query: `/articles/art_x`. */
  readonly path: string;
  /** As sent, without the question mark. */
  readonly query: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Scheme and host by which the API was reached; for links. */
  readonly origin: string;
}

export interface ApiAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

export interface ApiPorts extends QueryPorts {
  /** ISO 8601 instant: what is embargoed until later stays where it is. */
  readonly now: () => string;
}

/** What a route gives: JSON, with what is needed to say it as a feed or to go on. */
export interface Reply {
  readonly json: Readonly<Record<string, unknown>>;
  /** Null: it cannot be said as a feed. */
  readonly feed: Readonly<Record<string, unknown>> | null;
}
