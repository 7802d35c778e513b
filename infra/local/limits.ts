/**
 * Every bound of the local run, with its reason. These guard one developer's machine; what the deployed stack allows is
 * in shared/core/limits.ts and in the template.
 */
export const LOCAL_LIMITS = {
  /** S3 refuses a single put over 5 GiB; a laptop's disk deserves less. */
  objectBytes: 1024 * 1024 * 1024,
  /** Bodies of the JSON and XML calls: DynamoDB takes 16 MiB at most, SQS 1 MiB, a DeleteObjects list 2 MiB. */
  callBytes: 16 * 1024 * 1024,
  /** Bytes of the items of one BatchGetItem: DynamoDB leaves keys over 16 MB unread. */
  batchBytes: 16 * 1024 * 1024,
  /** Values of a table read at a time: a page of a list, and a few more. */
  valuesAtOnce: 128,
  /** Keys of one listing page, as in S3. */
  listKeys: 1_000,
  /** UTF-8 bytes of a key, as in S3. */
  keyBytes: 1_024,
  /** Messages of one receive or one batch, as in SQS. */
  batchMessages: 10,
  /** Longest long poll, as in SQS. */
  pollSeconds: 20,
  /** Bytes of one message, as in SQS since 2025. */
  messageBytes: 1024 * 1024,
  /** Processes that a function without reserved concurrency gets: the usual machine has two cores to spare. */
  processesDefault: 2,
  /** Processes of a function at most, whatever the template reserves. */
  processesMost: 4,
  /** A function that has not asked for work by then will not: Lambda allows 10 s, a loaded laptop needs more. */
  initMs: 30_000,
  /** How long a stop waits for running invocations before it kills them. */
  drainMs: 3_000,
  /** First and longest pause before a failed batch of stream records is tried again. */
  streamRetryMs: 100,
  streamRetryMostMs: 5_000,
  /** DynamoDB keeps stream records for a day. */
  streamKeptMs: 24 * 60 * 60 * 1_000,
  /** When Lambda calls a function again that has failed at an event nobody waits for, such as that of a schedule: twice, as it does by default. */
  eventRetriesMs: [60_000, 120_000],
  /** JSON of an item that is surely under DynamoDB's 400 KB, three bytes for a character; what is longer dynalite measures. */
  quickChars: 120_000,
  /** Newest records of a table's stream that are kept in memory, and their characters: those of some hundred articles. */
  tailRecords: 4_096,
  tailChars: 16 * 1024 * 1024,
  /** How often `idle` looks. */
  idlePollMs: 20,
} as const;
