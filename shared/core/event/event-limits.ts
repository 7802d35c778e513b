/** Limits of events, each with its reason. Numbers only; promise: whatever arrives, work and stored bytes stay under them. */

/** Characters of a text that are read: what happened stands at the top, the rest is background. */
export const READ_CHARS = 12_000;
/** Heaviest terms kept: 5 bytes each, so that a print stays under 0.6 KB. */
export const PRINT_TERMS = 104;
/** Characters of the top of a text that count as its lead, whatever its paragraphs. */
export const LEAD_CHARS = 600;
/** Shorter words are mostly grammar; names of two letters are rare enough to lose. */
export const SHORTEST_TERM = 3;
/** Inflected endings lie behind these characters in most spaced languages. */
export const STEM_CHARS = 7;
/** Keys under which a story looks for others. Eight find no more of the right events on arrival than five (bench/stories/events.ts). */
export const KEYS = 5;
/** Of these, the heaviest, under which it is written: each is a write of the store. Five find hardly more than three (the same bench). */
export const WRITTEN_KEYS = 3;
/** Days in a bucket of keys; the neighbouring bucket is read when the day lies near the edge. */
export const BUCKET_DAYS = 7;
/** Days that coverage of one happening usually stays within; nearer an edge than this, both buckets are read. */
export const EDGE_DAYS = 3;
/** Candidate stories read per arrival: five find little more, and the settled window finds the rest. */
export const CANDIDATES_READ = 3;
/** Heaviest terms of a story that look for neighbours in a settled window: memory is cheaper there than a store. */
export const SETTLE_KEYS = 20;
/** Neighbours in time that one term proposes to a story; a term that fills it more is a topic, not a happening. */
export const SETTLE_POSTINGS = 24;
/** Proposed neighbours of a story that are scored in full. */
export const SETTLE_NEIGHBOURS = 24;
