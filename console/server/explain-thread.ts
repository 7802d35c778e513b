/** The thread of `explain`: a raw file comes in, its explanation or a sentence goes out. Promise: plain data only. */
import { parentPort, workerData } from 'node:worker_threads';
import { readDocument } from '../../shared/core/article.ts';
import { NO_PROFILE } from '../../shared/core/document.ts';
import { explain } from '../../shared/core/explain.ts';
import { openDocument } from '../../shared/core/intake/open.ts';
import { readHints } from '../../shared/core/metadata-hints.ts';
import { Rejection } from '../../shared/core/rejection.ts';
import type { Explained, Raw } from './explain.ts';

function explained(raw: Raw): Explained {
  try {
    const document = openDocument(raw.bytes, raw);
    return { explanation: explain(readDocument(document, readHints(raw.metadata), NO_PROFILE)) };
  } catch (error) {
    if (error instanceof Rejection) return { problem: error.message };
    throw error;
  }
}

const raw: Raw = workerData;
parentPort?.postMessage(explained(raw));
