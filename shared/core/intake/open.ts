/**
 * One object's bytes in; a document with decoded text out. The real format is found in the bytes: the name and the types that
 * come with them are hints. Throws `Rejection` with a `document.*` code for everything that holds no readable text.
 */
import type { RawDocument } from '../document.ts';
import { LIMITS } from '../limits.ts';
import { Rejection } from '../rejection.ts';
import { refuseBinary } from './binary.ts';
import { type Decoded, decodeText } from './charset.ts';
import { csvRows } from './containers/csv.ts';
import type { Mapping } from './formats/mapping.ts';
import { openStated } from './formats/open-stated.ts';
import { type FrontMatter, frontMatter } from './front-matter.ts';
import { heldIn, holdsOthers } from './held-records.ts';
import { unpack } from './inflate.ts';
import { isRunOfRecords } from './json-run.ts';
import { type Mail, openMail } from './mail/mail.ts';
import { howWritten } from './markup.ts';
import { isPdf } from './pdf/is-pdf.ts';
import { refuseBombs } from './pdf/packed-streams.ts';
import { parsedRecord } from './python-json.ts';
import { brokenJson, manyInRecord, runOfRecords, unnamedTable, unsupported } from './unsupported.ts';

export interface DocumentFacts {
  readonly contentType: string | null;
  readonly contentEncoding: string | null;
  /** Key or path; only its ending is looked at. */
  readonly name: string;
  /** How the file names the parts of an article, when it came with one. */
  readonly mapping?: Mapping | null;
}

function refuseEmpty(text: string): void {
  // Zero-width characters and byte order marks are not blanks to the language, but they are to a reader.
  if (text.search(/[^\s\u200b-\u200f\u2060\ufeff\u00ad]/) < 0) {
    throw new Rejection('document.empty', 'The file is empty.');
  }
}

export function openDocument(bytes: Uint8Array, facts: DocumentFacts): RawDocument {
  if (bytes.length > LIMITS.objectBytes) {
    const most = LIMITS.objectBytes / 1024 / 1024;
    throw new Rejection('document.too-large', `The file is larger than ${most} MiB.`);
  }
  const { bytes: inside, cut, isBehind = false } = unpack(bytes, facts);
  if (cut === null || isBehind) return openUnpacked(inside, facts, bytes.length);
  return { ...orCut(cut, () => openUnpacked(inside, facts, bytes.length)), isCut: true };
}

function openUnpacked(inside: Uint8Array, facts: DocumentFacts, length: number): RawDocument {
  const mail = openMail(inside, facts);
  if (mail !== null) return openLetter(mail, length);
  if (isPdf(inside)) return pdfDocument(inside, length);
  refuseBinary(inside, facts.contentType);
  return openText(decodeText(inside, facts.contentType), facts, length);
}

/** What the beginning alone looks like says nothing of the whole. */
function orCut<T>(cut: Rejection, open: () => T): T {
  try {
    return open();
  } catch (error) {
    throw error instanceof Rejection ? cut : error;
  }
}

/** Its text is Unicode, whatever the fonts of the file are. */
function pdfDocument(data: Uint8Array, length: number): RawDocument {
  refuseBombs(data);
  const facts = { mediaType: 'application/pdf', charset: 'utf-8', charsetBasis: 'utf-8-valid', bytes: length } as const;
  return { format: 'pdf', text: '', data, ...facts };
}

/** Behind names and values between dashes stands Markdown, or a page of a site that is made of such files. */
function withMatter(
  { text, beside }: FrontMatter,
  { charset, basis }: Omit<Decoded, 'text'>,
  facts: DocumentFacts,
  length: number,
): RawDocument {
  refuseEmpty(text);
  const found = { text, charset, charsetBasis: basis, bytes: length, beside } as const;
  const written = howWritten(text, { ...facts, contentType: 'text/markdown' });
  if (written.kind === 'html') return { format: 'html', mediaType: written.mediaType, ...found };
  return { format: 'text', mediaType: 'text/markdown', ...found };
}

/** The text of a mail is read as it would be alone. */
function openLetter({ decoded, contentType, mediaType, beside }: Mail, length: number): RawDocument {
  const facts = { contentType, contentEncoding: null, name: '' };
  return { ...openText(decoded, facts, length, 'letter'), mediaType, beside };
}

function refusalOf(name: string, text: string, mapping: Mapping | null): Rejection {
  if (name === 'a table (CSV)' && csvRows(text, 1, mapping) === null) return unnamedTable();
  if (isRunOfRecords(text)) return runOfRecords();
  return name === 'JSON' && parsedRecord(text) === undefined ? brokenJson() : unsupported(name);
}

/** What the text is: a file of its own, a mail's, which holds no others, whatever it looks like, or one record of many. */
type Whose = 'file' | 'letter' | 'record';

/** `length`: of the bytes that the text was found in. */
export function openText(
  { text, charset, basis }: Decoded,
  facts: DocumentFacts,
  length: number,
  whose: Whose = 'file',
): RawDocument {
  refuseEmpty(text);
  const { mapping = null } = facts;
  const stated = openStated(text, mapping);
  if (stated !== null) {
    if (whose === 'file' && holdsOthers(text, mapping)) throw unsupported('a list in JSON');
    const { mediaType } = stated;
    return { format: 'stated', text, mediaType, charset, charsetBasis: basis, bytes: length, stated };
  }
  const many = whose === 'letter' ? null : heldIn(text, mapping);
  if (many !== null) throw whose === 'record' ? manyInRecord(many) : unsupported(many);
  const matter = frontMatter(text);
  if (matter !== null) return withMatter(matter, { charset, basis }, facts, length);
  const written = howWritten(text, facts);
  if (written.kind === 'unsupported') throw refusalOf(written.name, text, mapping);
  const format = written.kind;
  const isMarkdown = format === 'text' && /markdown|\.md\b/i.test(`${facts.contentType ?? ''} ${facts.name}`);
  const mediaType = written.kind === 'html' ? written.mediaType : isMarkdown ? 'text/markdown' : 'text/plain';
  return { format, text, mediaType, charset, charsetBasis: basis, bytes: length };
}
