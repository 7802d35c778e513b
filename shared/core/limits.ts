/**
 * Every bound on outside input, with its reason. A limit that counts (bytes, blocks, depth) rejects at once and is part
 * of what the stored state means; limits in milliseconds are guards only and never decide what is stored on first sight.
 */
export const LIMITS = {
  /** A raw object over this is refused before it is downloaded: the longest real news page seen has 1.6 million characters. */
  objectBytes: 16 * 1024 * 1024,
  /** Bytes after inflating: a 317-byte brotli can hold 200 MiB. */
  inflatedBytes: 16 * 1024 * 1024,
  /** Compression wrapped in compression is an attack beyond this depth. */
  inflateDepth: 2,
  /** A notification body over this is not S3's (SQS allows 1 MiB since 2025). */
  notificationBytes: 1024 * 1024,
  /** S3 sends one record a message; its documentation promises no bound, so a page of them is plenty. */
  notificationRecords: 1_000,
  /** Element nesting: 130 real pages had at most 38, and browsers themselves stop at 512. */
  htmlDepth: 256,
  /** Elements in a page: 130 real pages had at most 9,887. */
  htmlElements: 50_000,
  /** Nested tables cost Readability exponential time; layout tables of the 1990s reach about 8. */
  htmlTableDepth: 12,
  /** Attributes on one tag: real maximum 70. The rest of a tag's attributes is dropped, not the page. */
  htmlAttributes: 256,
  /** Characters of one attribute value that are looked at (an 82 KB `srcset` cost 5.8 s in Readability). */
  htmlAttributeChars: 8_192,
  /** Blocks of text in a document; a page of 50,000 elements has fewer. */
  blocks: 20_000,
  /** Characters of one block: a book chapter fits, a one-line megabyte is cut into pieces of this size. */
  blockChars: 100_000,
  /** Characters of a line that the recognisers of metadata (dates, bylines, credits) look at. */
  metadataLineChars: 600,
  /** Characters of cleaned body that a record holds. */
  bodyChars: 2_000_000,
  /** One JSON-LD script; larger ones hold whole sites. */
  jsonLdChars: 500_000,
  /**
   * Elements of a page times the sum of their depths, above which Readability is not asked: its time grows with this product
   * (about 2 s here, minutes on crafted pages); 99 of 100 real pages stay below.
   */
  opinionWork: 150_000_000,
  /** Time one page may take in the worker before it is stopped, in milliseconds. */
  extractionMs: 5_000,
  /** Heap of the worker that reads a page, in MiB. */
  extractionHeapMib: 512,
} as const;
