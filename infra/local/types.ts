/** What the local run is asked for and what it gives back; the program of `npm start` and the tests see nothing else. */

import type { Usage } from './meter.ts';

export interface LocalPorts {
  /** 0 or absent takes any free port. */
  readonly s3?: number;
  readonly sqs?: number;
  readonly dynamodb?: number;
  readonly api?: number;
}

export interface LocalLogLine {
  /** Logical name of the function or part that speaks. */
  readonly from: string;
  readonly level: 'info' | 'error';
  readonly text: string;
}

export type LocalLog = (line: LocalLogLine) => void;

export interface LocalOptions {
  /** Folder that `cdk synth` wrote. */
  readonly assembly: string;
  /** Name of the stack; needed only when the assembly holds several. */
  readonly stack?: string;
  /** Where buckets, queues, tables and the stream live between runs. */
  readonly dataDir: string;
  readonly ports?: LocalPorts;
  readonly log?: LocalLog;
  /**
   * A message whose function failed comes back after this long at most, whatever its queue's visibility timeout: a defect
   * shows in the dead letters within seconds, not half an hour. A message in work stays hidden as long as the queue says.
   */
  readonly visibilityCapSeconds?: number;
}

export interface LocalStack {
  readonly stackName: string;
  readonly endpoints: { readonly s3: string; readonly sqs: string; readonly dynamodb: string; readonly api: string };
  readonly outputs: Readonly<Record<string, string>>;
  /** Bucket, table, queue or function name of a logical id of the template. */
  physicalName(logicalId: string): string;
  /** URL of the queue of a logical id of the template. */
  queueUrl(logicalId: string): string;
  /** What was asked of each service since the start. */
  usage(): Usage;
  /** Calls a function by its physical name, as its schedule would; what it throws is thrown. */
  call(functionName: string): Promise<void>;
  /** Resolves when nothing is queued, in flight or unread in a stream. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}
