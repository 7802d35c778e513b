/** Why one file failed, for a person. In: anything thrown while it was read. Out: part of a line. Promise: short, no stack. */
import { Rejection } from '../shared/core/rejection.ts';
import { ReaderStopped } from '../shared/pipeline/reader-stopped.ts';

/** Exceptions of libraries can carry whole pages. */
const MESSAGE_CHARS = 300;

export function failureInWords(error: unknown): string {
  if (error instanceof Rejection || error instanceof ReaderStopped) return `${error.code}: ${error.message}`;
  if (!(error instanceof Error)) return 'unknown failure';
  if ('code' in error && error.code === 'ENOENT') return 'there is no such file';
  if ('code' in error && error.code === 'EACCES') return 'it may not be read';
  return `${error.name}: ${error.message}`.slice(0, MESSAGE_CHARS);
}
