/**
 * `wirefold`: the library. Reads one article without a store, and writes records in the formats that others read. Inside the repository
 * the files are imported directly. Everything here is documented where it is defined; what is not here may change any day.
 */
export type { About } from '../core/exports/format.ts';
export { EXPORT_FORMATS, ExportFormatError, type ExportFormatName } from '../core/exports/formats.ts';
export type { ArticleRecord, BodyPart, Media, Published, QualityCode } from '../core/record.ts';
export { Rejection, type RejectionCode } from '../core/rejection.ts';
export { ReaderStopped } from '../pipeline/reader-stopped.ts';
export { type ClosableReader as Reader, createReader as openReader, type ReaderOptions } from '../workers/reader.ts';
export { type ExportOptions, exportRecords } from './export-records.ts';
export { type ReadOptions, readArticle } from './read-article.ts';
