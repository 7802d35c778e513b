/**
 * A PDF in, a document of its text out; any other document as it is. pdf.js is loaded with the first PDF and by nobody else. Nothing in the
 * file is run, and nothing that it names is fetched. Throws `Rejection` for a PDF without a text that can be read.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RawDocument } from '../core/document.ts';
import { type Piece, paragraphsOfPage } from '../core/intake/pdf/page-text.ts';
import { LIMITS } from '../core/limits.ts';
import { Rejection } from '../core/rejection.ts';
import { pdfEngineFile } from './pdf-engine-file.ts';

export async function withText(document: RawDocument): Promise<RawDocument> {
  if (document.format !== 'pdf' || document.data === undefined) return document;
  const { text, title } = await deafTo(() => readPdf(document.data ?? new Uint8Array(0)));
  const { data: _, ...rest } = document;
  const fields = title === '' ? [] : [{ field: 'headline' as const, value: title, where: 'pdf Title' }];
  return { ...rest, format: 'text', text: text.toWellFormed(), beside: { fields, hints: {}, attachments: [] } };
}

/** pdf.js lets go of promises for parts that it no longer needs: what those say of a broken file would end the process. */
async function deafTo<Value>(work: () => Promise<Value>): Promise<Value> {
  const heard = (reason: unknown) => {
    if (!(reason instanceof Error && OF_THE_FILE.has(reason.name))) throw reason;
  };
  process.on('unhandledRejection', heard);
  try {
    return await work();
  } finally {
    await nextTurn();
    process.off('unhandledRejection', heard);
  }
}

interface PdfText {
  /** Paragraphs parted by empty lines. */
  readonly text: string;
  readonly title: string;
}

/** What pdf.js throws, also for what it did not expect of a broken file: then it is called unknown. */
const OF_THE_FILE: ReadonlySet<string> = new Set([
  ...['InvalidPDFException', 'MissingPDFException', 'FormatError', 'UnknownErrorException', 'XRefEntryException'],
  ...['XRefParseException', 'MissingDataException', 'ParserEOFException', 'ResponseException', 'AbortException'],
]);

async function readPdf(data: Uint8Array): Promise<PdfText> {
  // By its place, so that it is bundled into no other file.
  const { getDocumentProxy }: typeof import('./pdf-engine.ts') = await import(/* @vite-ignore */ pdfEngineFile());
  try {
    // Own copy: pdf.js takes the bytes away from whoever gives them.
    const pdf = await getDocumentProxy(new Uint8Array(data), OPTIONS);
    try {
      return { text: await textOf(pdf), title: await titleOf(pdf) };
    } finally {
      await pdf.loadingTask.destroy();
    }
  } catch (error) {
    throw asRejection(error);
  }
}

/** No file of the machine and no address is ever looked at; broken parts of a file are passed over where its text can still be read. */
const OPTIONS = {
  ...{ verbosity: 0, disableFontFace: true, useSystemFonts: false, useWorkerFetch: false, enableXfa: false },
  ...{ disableAutoFetch: true, disableStream: true, disableRange: true, isOffscreenCanvasSupported: false },
  maxImageSize: 0,
};

function asRejection(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Rejection) return error;
  if (error.name === 'PasswordException') {
    return new Rejection('document.encrypted', 'This PDF is locked: upload it without its password.');
  }
  if (!OF_THE_FILE.has(error.name)) return error;
  return new Rejection('document.damaged', 'This PDF is damaged: it cannot be opened. Save or download it again.');
}

type Pdf = Awaited<ReturnType<typeof import('./pdf-engine.ts').getDocumentProxy>>;

async function textOf(pdf: Pdf): Promise<string> {
  if (pdf.numPages > LIMITS.pdfPages) {
    throw new Rejection('page.too-many-elements', `The PDF has more than ${LIMITS.pdfPages} pages; no article has.`);
  }
  const paragraphs: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const pieces = items.flatMap((item) => ('str' in item ? [pieceOf(item)] : []));
    paragraphs.push(...paragraphsOfPage(pieces));
    page.cleanup();
    if (paragraphs.length > LIMITS.blocks) break;
  }
  if (paragraphs.length === 0) {
    const message =
      'This PDF holds no text that can be read; a scan is only pictures of it: have its text recognised, then upload it again.';
    throw new Rejection('article.no-text', message);
  }
  return paragraphs.join('\n\n');
}

interface Item {
  readonly str: string;
  readonly transform: readonly unknown[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

function pieceOf({ str, transform, width, height, hasEOL }: Item): Piece {
  const [, , , , left, base] = transform;
  return {
    ...{ text: str.replaceAll('\0', ''), left: Number(left), base: Number(base), width },
    ...{ size: height > 0 ? height : 1, endsLine: hasEOL },
  };
}

const TITLE_CHARS = 400;

async function titleOf(pdf: Pdf): Promise<string> {
  const { info } = await pdf.getMetadata();
  const title: unknown = 'Title' in info ? info.Title : '';
  return typeof title === 'string' ? title.replaceAll('\0', '').trim().slice(0, TITLE_CHARS).toWellFormed() : '';
}
