/**
 * A file of lines, read as a stream, since a year of articles is larger than any bound on one document.
 * In: a path, or `-`. Out: its lines. Promise: .gz is unpacked; a line over the limit ends it instead of filling the memory.
 */
import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { LIMITS } from '../shared/core/limits.ts';
import { Rejection } from '../shared/core/rejection.ts';

export async function* linesOf(path: string, base: string, stdin: Readable): AsyncGenerator<string> {
  const source = path === '-' ? stdin : createReadStream(resolve(base, path));
  const plain = path.endsWith('.gz') ? unpacked(source) : source;
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of plain) {
    const lines = (rest + decoder.decode(Buffer.from(chunk), { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LIMITS.objectBytes) throw new Rejection('document.too-large', 'a line is over the limit');
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

/** An error of the file must reach whoever reads what was unpacked. */
function unpacked(source: Readable): Readable {
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  return source.pipe(gunzip);
}
