/** Bounds of the archive, each with its reason. */
export const ARCHIVE_LIMITS = {
  /** Changes read from the log at a time. */
  pageChanges: 100,
  /** Records that are read at the same time: the largest have 2 million characters, and the function 1 GiB. */
  reads: 8,
  /** Weight of the rows in memory (characters, roughly) at which they are written: twice that in bytes, and as much again to encode. */
  batchChars: 16_000_000,
  /** A file of more bytes is not merged again: a batch of the weight above compresses to 5 or 6 MB. */
  fullBytes: 4 * 1024 * 1024,
  /** Small files of one day from which on they are merged. */
  smallFiles: 2,
  /** Share of rows that are superseded at which a full file is written anew. */
  deadShare: 0.25,
  /** Files of one day that are looked at; a day of a large agency has some tens. */
  dayFiles: 20_000,
  /** Rows of one day of which ids and marks are held in memory: some 150 bytes each. */
  dayRows: 1_000_000,
  /** Names that a listing gives at a time. */
  listNames: 1_000,
  /** Bytes of one file that are read: full files are a few MiB, and one with a huge record is not much larger. */
  fileBytes: 64 * 1024 * 1024,
  /** Days after which the progress of a pass over small files is noted. */
  notedDays: 50,
  /** How often the files of a day are listed anew because one of them went while it was read. */
  listings: 5,
  /** When a take-down is done a second time: whoever read the article before it has written its row by then, or was stopped. */
  purgeAgainMs: 20 * 60 * 1000,
  /** For how long take-downs are looked at again. */
  purgeLookMs: 14 * 24 * 60 * 60 * 1000,
  /** What a run leaves of its time: to write the rows in memory, and to note how far it came. */
  edgeMs: 90_000,
} as const;
