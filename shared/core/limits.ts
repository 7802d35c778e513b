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
  /** Blocks of bzip2 in a file, ends of streams included: 64 MiB have 700 of the smallest full ones, and each costs as much as some thousand bytes. */
  bzip2Blocks: 20_000,
  /** Parts of gzip or zstd in a file that is unpacked as a whole: a tool may write one for each record, and each costs 0.04 ms. */
  packedParts: 100_000,
  /** Frames of zstd in what is unpacked as a stream, which every message does up to its own members: 20 s. */
  streamedParts: 500_000,
  /** What frames of zstd are packed with: it must stand in the first piece that is read of a long file; tools make some 110 KiB. */
  dictionaryBytes: 3 * 1024 * 1024,
  /** It is taken up anew for each frame of data that are unpacked as a whole, together so many bytes: some seconds. */
  dictionaryWork: 8 * 1024 * 1024 * 1024,
  /** What a container that is read whole may unpack to: it is held in memory, twice while it is unpacked. */
  containerInflatedBytes: 64 * 1024 * 1024,
  /** Characters of a feed: its entries are found in the main thread; the longest archive of a newspaper's feed has a few million. */
  feedChars: 16 * 1024 * 1024,
  /** Members of one zip together: each is bounded alone, and many that share their bytes cost time only. */
  zipInflatedBytes: 1024 * 1024 * 1024,
  /** A crawl or a file of JSON Lines is read by ranges of bytes; S3 keeps no single upload over 5 GiB. */
  longContainerBytes: 5 * 1024 * 1024 * 1024,
  /** What a container that is packed at once may unpack to: each message unpacks it up to its own members, which must end within a function's time. */
  streamedBytes: 2 * 1024 * 1024 * 1024,
  /** Bytes of what it unpacks to for which one message stands: its members are in memory together. */
  streamWindowBytes: 8 * 1024 * 1024,
  /** Bytes that a member takes in it at least, packed: fewer, and there would be millions of members in a small upload. */
  packedMemberBytes: 100,
  /** Bytes of it that are asked for at a time. */
  pieceBytes: 4 * 1024 * 1024,
  /** Members of a long zip together; each is bounded alone. */
  longZipInflatedBytes: 32 * 1024 * 1024 * 1024,
  /** Members of a long zip for which one message stands: the directory, 10 MB where there are 100,000 of them, is read again for each. */
  zipPortionMembers: 100,
  /** Directory of a zip: 100,000 members with long names. */
  zipDirectoryBytes: 32 * 1024 * 1024,
  /** Archives around a container, which is not opened inside of more: a feed in a zip in a zip, and no deeper. */
  nestedDepth: 2,
  /** What lies inside of one file of an archive, unpacked on all levels together: seconds. */
  nestedInflatedBytes: 128 * 1024 * 1024,
  /** And what is damaged counts for as much: how far it could be unpacked nobody tells. */
  damagedBytes: 4 * 1024 * 1024,
  /** And each part of what is packed in several for as many: to begin one is work too, also when it is empty. */
  unpackedPartBytes: 8 * 1024,
  /** Bytes of a file in an archive, as it lies there, for each of its members: entries of a feed with a short teaser pack to some 35. */
  nestedMemberBytes: 25,
  /** Members of a container that is read whole; each is a row of its own. */
  containerMembers: 100_000,
  /** Members for each window of a long container, in which an article takes 500 bytes at least; a short one may hold `containerMembers`. */
  windowMembers: 2_000,
  /** Characters of a member's name: as many as S3 allows for a key. */
  memberNameChars: 1_024,
  /** Beginning of a long object by which it is known for what it is. */
  sniffedBytes: 64 * 1024,
  /** Bytes of a long container for which one message stands: some fifty pages of a packed crawl, a few seconds of work. */
  windowBytes: 1024 * 1024,
  /** Read beyond a window, so that what begins in it is seldom asked for once more. */
  overhangBytes: 512 * 1024,
  /** Members of a container that is read whole for which one message stands: it is read again for each. */
  portionMembers: 25,
  /** Members that one message works off, one after the other; more are handed to messages of their own: some ten seconds. */
  membersAtOnce: 1_000,
  /** Nesting of JSON in a list: records of tools have under ten levels. */
  jsonDepth: 100,
  /** A header of a mail, or of one of its parts: those of lists with all their stamps have some 30 KiB. */
  mailHeaderBytes: 256 * 1024,
  /** Parts of a mail: a saved page has one for each picture, some hundreds. */
  mailParts: 10_000,
  /** Parts in parts of a mail: programs write four or five. */
  mailDepth: 20,
  /** Pages of a PDF: a long report has three hundred. */
  pdfPages: 1_000,
  /** What the parts of a PDF unpack to, without its pictures: fonts for Chinese have some 20 MiB. */
  pdfInflatedBytes: 64 * 1024 * 1024,
  /** MiB by which reading a PDF may let the process grow: pdf.js with an ordinary file takes under 100. */
  pdfGrowthMib: 384,
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
  /** Attributes on one tag above which a feed or a news item in XML is refused: a million of them cost the main thread 20 s. */
  treeAttributes: 10_000,
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
