/** What an event source mapping of the template says, and what a running one can be asked. */

import type { LocalFunction } from '../lambda/function.ts';
import type { Meter } from '../meter.ts';
import type { LocalLog } from '../types.ts';
import type { Filter } from './filter.ts';

export interface MappingSettings {
  readonly id: string;
  readonly batchSize: number;
  readonly windowMs: number;
  /** `ReportBatchItemFailures` */
  readonly partial: boolean;
  readonly filter: Filter;
  readonly target: LocalFunction;
  readonly meter: Meter;
  readonly log: LocalLog;
}

export interface Mapping {
  /** True when nothing is queued, in flight or unread. */
  isIdle(): boolean;
  /** Takes no more; what runs is ended by stopping the function. */
  stop(): Promise<void>;
}
