/** One object's bytes through intake and reader; the code of its end out: `read`, or that of its rejection or stop. */
import { NO_HINTS, NO_PROFILE } from '../../shared/core/document.ts';
import { openDocument } from '../../shared/core/intake/open.ts';
import type { Article } from '../../shared/core/record.ts';
import { Rejection } from '../../shared/core/rejection.ts';
import type { Reader } from '../../shared/pipeline/ports.ts';
import { ReaderStopped } from '../../shared/pipeline/reader-stopped.ts';
import type { HostileCase } from './hostile-case.ts';

export interface Outcome {
  readonly code: string;
  readonly article: Article | null;
}

export async function outcomeOf(reader: Reader, input: Omit<HostileCase, 'outcome'>): Promise<Outcome> {
  const { name, contentType = null, contentEncoding = null } = input;
  try {
    const document = openDocument(input.bytes(), { name, contentType, contentEncoding });
    return { code: 'read', article: await reader.read(document, NO_HINTS, NO_PROFILE) };
  } catch (error) {
    if (error instanceof Rejection || error instanceof ReaderStopped) return { code: error.code, article: null };
    throw error;
  }
}
