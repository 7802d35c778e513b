/** What the cloud has measured of a deployment; a local run has nobody who measures. */

export interface FunctionFigures {
  /** Its place in the flow: `Ingest`, `Group` … */
  readonly role: string;
  readonly errors: number;
  readonly throttles: number;
  /** How far it is behind the table's stream; null for a function that does not follow it, or that had nothing to do. */
  readonly behindMs: number | null;
}

export interface RaisedAlarm {
  readonly name: string;
  /** What it says is wrong, and what to do. */
  readonly says: string;
}

export interface Watch {
  /** Of the last hour. */
  functions(): Promise<readonly FunctionFigures[]>;
  /** Seconds that the oldest upload waited in the last quarter of an hour, at most; null when none waited. */
  oldestUploadS(): Promise<number | null>;
  alarms(): Promise<readonly RaisedAlarm[]>;
}
