/**
 * Every wait of the deployed pipeline, derived from one deadline: how long a page may be read. In: the deadline and the
 * batch size. Out: seconds for functions and queues. Promise: an impossible combination throws, so synth fails.
 */
import { LIMITS } from '../shared/core/limits.ts';
import { STORE_LIMITS } from '../shared/core/store-limits.ts';

export interface Budget {
  /** Messages that one call of `ingest` gets. */
  readonly batchSize: number;
  readonly functionTimeoutS: number;
  readonly visibilityTimeoutS: number;
  /** Receives after which a message goes to the dead letters. */
  readonly maxReceives: number;
  readonly deadLetterRetentionDays: number;
}

/** AWS asks for this factor between a queue's visibility and its function's timeout: throttled batches are retried inside it. */
const VISIBILITY_FACTOR = 6;
/** AWS advises at least this many, so that throttling alone never dead-letters a message. */
const MIN_RECEIVES = 5;
/** A fault of ten minutes is ridden out by retries of the table's stream; what fails longer goes to the dead letters. */
export const STREAM_RETRIES = 10;
/** The longest that Lambda lets a function run. */
const LAMBDA_MAX_S = 900;

/** `deriveBudget({ extractionMs: 5000, batchSize: 5 })` //=> function 60 s, visibility 360 s */
export function deriveBudget(from: { readonly extractionMs: number; readonly batchSize: number }): Budget {
  const messageMs = from.extractionMs + STORE_LIMITS.storeMs;
  // One cold start, however slow, and the whole batch after it.
  const functionTimeoutS = Math.ceil((STORE_LIMITS.startMs + from.batchSize * messageMs) / 1000);
  return checkBudget({
    batchSize: from.batchSize,
    functionTimeoutS,
    visibilityTimeoutS: functionTimeoutS * VISIBILITY_FACTOR,
    maxReceives: MIN_RECEIVES,
    deadLetterRetentionDays: 14,
  });
}

/** Gives the budget back, or throws an error that names the bound it breaks. */
export function checkBudget(budget: Budget): Budget {
  const { functionTimeoutS, visibilityTimeoutS, maxReceives } = budget;
  if (functionTimeoutS > LAMBDA_MAX_S) {
    throw new Error(`function timeout ${functionTimeoutS} s is over Lambda's ${LAMBDA_MAX_S} s: use a smaller batch`);
  }
  if (visibilityTimeoutS < VISIBILITY_FACTOR * functionTimeoutS) {
    const least = VISIBILITY_FACTOR * functionTimeoutS;
    throw new Error(
      `visibility timeout ${visibilityTimeoutS} s is under ${VISIBILITY_FACTOR}x the function's (${least} s)`,
    );
  }
  if (maxReceives < MIN_RECEIVES) {
    throw new Error(`maxReceives ${maxReceives} is under ${MIN_RECEIVES}: throttling would dead-letter good messages`);
  }
  return budget;
}

export const BUDGET = deriveBudget({ extractionMs: LIMITS.extractionMs, batchSize: 5 });
