/**
 * `wirefold/testing`: the one entry of this room, for users' own tests. In-memory ports with the semantics of the real ones,
 * and builders of changes, events and articles. Inside the repository the files are imported directly.
 */
export { aRecord } from './a-record.ts';
export {
  aChange,
  aDate,
  aLook,
  anArticle,
  anS3Event,
  anSqsEvent,
  aRemoval,
  aStreamRecord,
  UNDATED,
} from './builders.ts';
export { aContext } from './lambda-context.ts';
export { lineReader } from './line-reader.ts';
export { type MemoryBucket, memoryBucket, type PutOptions } from './memory-bucket.ts';
export { type MemoryStore, memoryStore } from './memory-store.ts';
export { type MemoryTable, memoryTable } from './memory-table.ts';
