/** The thread behind `reading`: a raw file or a document comes in, what was read goes out. Promise: plain data only, one answer each. */
import { parentPort } from 'node:worker_threads';
import { readDocument } from '../../shared/core/article.ts';
import { hintsFor, NO_HINTS, NO_PROFILE } from '../../shared/core/document.ts';
import { explain } from '../../shared/core/explain.ts';
import { readMapping } from '../../shared/core/intake/formats/mapping.ts';
import { openDocument } from '../../shared/core/intake/open.ts';
import { readHints } from '../../shared/core/metadata-hints.ts';
import { Rejection } from '../../shared/core/rejection.ts';
import { withText } from '../../shared/workers/pdf-document.ts';
import type { Task, Told } from './reading.ts';

/** Messages of third parties carry whole pages. */
const MESSAGE_CHARS = 300;
/** Read once at the start: what a page needs is then loaded and compiled. */
const FIRST =
  '<!doctype html><title>Warm</title><article><h1>Warm</h1><p>Ships came into the harbour at dawn.</p></article>';

async function told(task: Task): Promise<Told> {
  try {
    if (task.kind !== 'explain') {
      const reading = readDocument(await withText(task.document), task.hints, task.profile);
      const { article } = reading;
      if (task.kind === 'read') return { kind: 'article', article };
      return { kind: 'explained-article', article, explanation: explain(reading) };
    }
    const document = openDocument(task.raw.bytes, { ...task.raw, mapping: readMapping(task.raw.metadata) });
    const hints = hintsFor(document, readHints(task.raw.metadata));
    return { kind: 'explained', explanation: explain(readDocument(await withText(document), hints, NO_PROFILE)) };
  } catch (error) {
    if (error instanceof Rejection) return { kind: 'rejected', code: error.code, message: error.message };
    return {
      kind: 'failed',
      message: (error instanceof Error ? error.message : String(error)).slice(0, MESSAGE_CHARS),
    };
  }
}

const plain = { contentType: 'text/html', contentEncoding: null, name: 'warm.html', metadata: {} };
await told({ kind: 'explain', raw: { ...plain, bytes: Buffer.from(FIRST) } });
await told({ kind: 'read', document: openDocument(Buffer.from(FIRST), plain), hints: NO_HINTS, profile: NO_PROFILE });

parentPort?.on('message', async (task: Task) => parentPort?.postMessage(await told(task)));
parentPort?.postMessage({ kind: 'ready' } satisfies Told);
