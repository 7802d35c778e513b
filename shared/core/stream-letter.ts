/** What Lambda sends when it gives up records of a stream. In: the body of the message. Out: which records, how often it tried. */
import { z } from 'zod';

const Body = z.object({
  requestContext: z.object({
    condition: z.string(),
    approximateInvokeCount: z.number(),
    functionArn: z.string().optional(),
  }),
  timestamp: z.string().optional(),
  DDBStreamBatchInfo: z.object({
    startSequenceNumber: z.string().regex(/^\d{1,40}$/),
    endSequenceNumber: z.string().regex(/^\d{1,40}$/),
    batchSize: z.number(),
  }),
});

export interface StreamLetter {
  readonly from: string;
  readonly to: string;
  readonly records: number;
  readonly tries: number;
  /** `RetryAttemptsExhausted` or `RecordAgeExceeded`. */
  readonly condition: string;
  /** Name of the function; null when it is not told. */
  readonly functionName: string | null;
}

/** Null for what Lambda did not send. */
export function streamLetter(body: string): StreamLetter | null {
  const parsed = Body.safeParse(parsedJson(body));
  if (!parsed.success) return null;
  const { requestContext, DDBStreamBatchInfo: batch } = parsed.data;
  return {
    from: batch.startSequenceNumber,
    to: batch.endSequenceNumber,
    records: batch.batchSize,
    tries: requestContext.approximateInvokeCount,
    condition: requestContext.condition,
    functionName: requestContext.functionArn?.split(':')[6] ?? null,
  };
}

function parsedJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
