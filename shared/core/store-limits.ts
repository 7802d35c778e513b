/** Bounds of the store and of what stands beside the bytes, each with its reason. Those of documents are in limits.ts. */
import { LIMITS } from './limits.ts';

/** A function's thread for pages loads in under two seconds; one that takes this long hangs, and fails its message only. */
const startMs = 10_000;
/** Download, table writes and their retries, for one message beside its extraction. */
const storeMs = 5_000;

export const STORE_LIMITS = {
  startMs,
  storeMs,
  /** Characters of a URL that can be an identity: the longest that browsers, caches and sitemaps agree on. */
  urlChars: 2_048,
  /** Bytes of a file of metadata beside another: six short values, and whatever its writer keeps there too. */
  sidecarBytes: 64 * 1024,
  /** Readings of one change with what is beside it, in one go: somebody who replaces it more often than that is waited for. */
  besideTurns: 5,
  /** S3 allows 2 KB for all user metadata of an object. */
  metadataChars: 2_048,
  /** Packed record that stays in the row: with 200 history entries and the plain fields the item is under 300 KB of DynamoDB's 400. */
  packedBytes: 190_000,
  /** A packed record that is inflated again: 2 million characters of body, three bytes each, and room for the rest. */
  unpackedBytes: 16 * 1024 * 1024,
  /** Characters of a plain field in a row or head (headline, publisher): a list needs no more, the record keeps all. */
  plainChars: 500,
  /** Authors of one article that are listed: each is an item to write; a byline of more than ten is an imprint. */
  listedAuthors: 10,
  /** Characters of an author's name in a list. */
  authorChars: 120,
  /** Characters of a message about a rejection: errors of libraries carry whole pages. */
  messageChars: 300,
  /** Longest wait from an upload to its row that is counted: what took longer is a redrive or a replay of something old. */
  waitedMs: 3_600_000,
  /** Changes of one object that are remembered; 200 revisions of one file are a ticker, not an article. */
  history: 200,
  /** Optimistic writes of one derived item before the message goes back to its queue: 16 workers at once need about 20. */
  deriveAttempts: 40,
  /** Longest pause between two attempts, in milliseconds: a write takes about 5. */
  derivePauseMs: 200,
  /** Items of one partition that are read to derive one item. Beyond it the story or article needs another design, loudly. */
  partitionItems: 50_000,
  /** Carriers of a text, or texts of a story, that are counted without parts: some 200 bytes each, one read unit together. */
  countedWhole: 16,
  /** Items asked for at a time. */
  pageItems: 1_000,
  /** Carriers shown in a tally, which stands in several items; the members themselves are items of their own. */
  shownCarriers: 12,
  /** Different ends of embargoes that a count of hidden articles keeps apart: 30 bytes each, in items that hold such counts. */
  embargoEnds: 16,
  /** Texts that are looked at to mend one story: a note of all of them, 30 bytes each, stands twice in an item of at most 400 KB. */
  storyTexts: 5_000,
  /** Articles of a story up to which each page comes in time order: all of them are read for it, half a unit each. */
  storyInTime: 1_000,
  /** Latest stories of one topic that are looked at on arrival; what they miss, settling the window finds. */
  topicStories: 24,
  /** Ends of embargoes that one call tells of, some six requests each: the rest wait for the next, ten minutes later. */
  endedEmbargoes: 1_000,
  /** Days of a window that is settled at once: coverage of one happening rarely pauses for longer, and memory holds it. */
  windowDays: 10,
  /** Days at either end of a window that it sees and does not own: most happenings are told within four days. */
  windowMarginDays: 3,
  /** Turns at one window within a call: what fails is mostly one request that a busy table answered too late. */
  windowTurns: 3,
  /** Times as long as the longest window took that must be left for another one to begin: the next may hold more stories. */
  windowPatience: 2,
  /** Failures of a day that are tried again at the very next call; after that, ever more seldom, for then it is the day itself. */
  dayFailures: 3,
  /** Changed days that one call settles: the rest wait for the next, ten minutes later. */
  settledDays: 20,
  /** Read units that settling one day may take an hour: 9 US cents a month at 0.125 dollars a million. A day is settled daily in any case. */
  settleReadsPerHour: 1_000,
  /** Items of a window that are read together, by requests of a hundred: a summary has under two kilobytes. */
  readTogether: 500,
  /** Requests under way at the same time in one function. */
  atOnce: 32,
  /** Passes over a story until nothing is left to mend; each lost race costs one. */
  mendPasses: 40,
  /** Pages of versions of one key that a purge reads, a thousand each: an object with more is purged by hand, loudly. */
  versionPages: 100,
  /** Articles that a take-down of one text may leave alone: 30 bytes each, in an item of at most 400 KB. */
  sparedArticles: 5_000,
  /** When a take-down is looked at once more: whoever had looked for its tombstone before it was there has ended, a minute later at most. */
  lateAfterMs: 5 * 60 * 1000,
  /** And until when: each call, ten minutes apart, does it again, so that one may fail. */
  lateUntilMs: 3 * 60 * 60 * 1000,
  /** Texts that one take-down names: 200 changes of a file, of a few files. */
  takenTexts: 2_000,
  /** Characters of the reason for a take-down: a sentence and a reference. */
  reasonChars: 500,
  /** Days of which one page of articles reads the lists: four short reads each, also when a day has become empty. */
  pageDays: 100,
  /** Articles looked at for one page when a filter passes only some: half a read unit each. What is left goes into the next page. */
  pageExamined: 500,
  /** Keys looked at for it, of which each says already whether its article may pass: sixty for a read unit. */
  pageEntries: 2_000,
  /** JSON bytes of a page, after which it ends early: an answer of a function has at most six million. */
  pageBytes: 4_000_000,
  /** Characters of a cursor that is read: ours have under 200. */
  cursorChars: 400,
  /** Articles on one page of a list. */
  listItems: 100,
  /** Members of a container looked at in one page when it was replaced. */
  sweptMembers: 200,
  /** Stored members of a container of which it is asked whether they are copies: two reads each. */
  comparedMembers: 2_000,
  /** Messages of one request to a queue, as SQS allows. */
  sentAtOnce: 10,
  /** A replay looks at the length of the queue after each so many messages: one request more in twenty. */
  replayLook: 200,
  /** Seconds' worth of a replay that may wait in the queue: as long, at most, a new upload waits behind it. */
  replayBacklogS: 60,
  /** Between two looks at a queue that is full, in milliseconds. */
  replayWaitMs: 5_000,
  /** A queue that becomes no shorter for this long is not worked off: retries of a failing function are six minutes apart. */
  replayPatienceMs: 10 * 60 * 1000,
  /** Objects of another bucket that are looked at or copied at the same time: S3 answers in some 50 ms, so 8 reach the highest rates. */
  copiesAtOnce: 8,
  /** The largest object that S3 copies by one request; `ingest` reads none that is larger. */
  copyBytes: 5 * 1024 ** 3,
  /** Bytes of a key that S3 takes. */
  keyBytes: 1_024,
  /** Copies that fail in a row before the rest is given up: a right that is missing is missing for all of them. */
  copiesFailed: 20,
  /** A note of a failure outlives the dead letter that it is about, which is kept for 14 days. */
  failureNoteS: 15 * 24 * 60 * 60,
  /** Stream records that one dead letter can stand for: a batch. */
  letterRecords: 100,
  /** For so long a letter that is being looked at is hidden from others, in seconds: a listing is read in less. */
  letterHiddenS: 60,
  /** A batch stops this long before the function would be killed: the longest that one message may take. */
  edgeMs: startMs + LIMITS.extractionMs + storeMs,
  /** From this receive on, a page that stops the reader is rejected instead of retried: clocks and heaps differ by machine. */
  stoppedReceives: 3,
  /** From this receive on, a portion is cut into smaller ones: the first that fail are mostly those of a store that was busy. */
  cutReceives: 3,
  /** Portions into which one is cut. */
  cutPortions: 100,
  /** An identical copy that is older than this shows that a date is not the first publication. */
  disputeMs: 30 * 24 * 60 * 60 * 1000,
} as const;
