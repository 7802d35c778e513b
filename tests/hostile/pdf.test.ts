/**
 * PDFs with bytes changed at random, read where a page is read: each is an article, a refusal with a code, or stopped by the clock.
 * `WIREFOLD_FUZZ_RUNS=10000` (`npm run fuzz`) is the long form.
 */
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { LIMITS } from '../../shared/core/limits.ts';
import { Rejection } from '../../shared/core/rejection.ts';
import { cleanBytes } from '../../shared/pipeline/clean.ts';
import { ReaderStopped } from '../../shared/pipeline/reader-stopped.ts';
import { createReader } from '../../shared/workers/reader.ts';
import { aPdf, PACKED_PDF, PDF, setLines } from '../unit/intake-formats/a-pdf.ts';
import { PARAGRAPHS } from '../unit/intake-formats/one-article.ts';

const numRuns = Math.ceil(Number(process.env['WIREFOLD_FUZZ_RUNS'] ?? 60));
const WATCHDOG_MS = 120_000 + numRuns * 200;

const reader = createReader({ deadlineMs: 20_000 });
afterAll(() => reader.close());

const edit = fc.record({
  at: fc.nat(100_000),
  kind: fc.constantFrom('flip', 'cut', 'repeat', 'insert', 'end'),
  size: fc.integer({ min: 1, max: 200 }),
  text: fc.constantFrom(
    '<<',
    '>>',
    '/Kids [2 0 R]',
    '/Length 99999999',
    '/Contents 1 0 R',
    '-1',
    '(',
    'stream',
    'endobj',
    '0 0 R',
    '/Filter /LZWDecode',
  ),
});
type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never;

function edited(bytes: Buffer, { at, kind, size, text }: Edit): Buffer {
  // The first line stays: without it this is no PDF.
  const place = 9 + (at % (bytes.length - 8));
  const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
  if (kind === 'flip')
    return Buffer.concat([before, after.subarray(0, size).map((value) => value ^ size), after.subarray(size)]);
  if (kind === 'cut') return Buffer.concat([before, after.subarray(size)]);
  if (kind === 'repeat') return Buffer.concat([before, after.subarray(0, size), after]);
  return kind === 'end' ? before : Buffer.concat([before, Buffer.from(text), after]);
}

async function ending(bytes: Uint8Array): Promise<string> {
  try {
    const record = await cleanBytes(bytes, { path: 'x', modifiedAt: '2025-03-05T00:00:00Z' }, reader);
    return JSON.stringify(record).isWellFormed() ? 'read' : 'damaged record';
  } catch (error) {
    if (error instanceof Rejection || error instanceof ReaderStopped) return error.code;
    throw error;
  }
}

const CODES = new Set([
  'read',
  'document.damaged',
  'document.encrypted',
  'article.no-text',
  'page.too-slow',
  'page.out-of-memory',
  'page.too-many-elements',
]);
const PAGES = aPdf(
  PARAGRAPHS.map((paragraph) => setLines([paragraph])),
  { packed: true, title: 'x' },
);

describe('a damaged PDF', () => {
  it('is an article, or refused with a code', { timeout: WATCHDOG_MS }, async () => {
    const seeds = fc.constantFrom(PDF, PACKED_PDF, PAGES);
    const property = fc.asyncProperty(seeds, fc.array(edit, { minLength: 1, maxLength: 6 }), async (seed, edits) => {
      const bytes = edits.reduce(edited, Buffer.from(seed));
      if (bytes.length <= LIMITS.objectBytes) expect(CODES).toContain(await ending(bytes));
    });
    await fc.assert(property, { numRuns, seed: 20_310_306, endOnFailure: true });
  });
});
