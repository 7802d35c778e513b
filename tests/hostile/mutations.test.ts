/**
 * A sound document of each format with bytes changed at random: each is an article or a refusal with a code, and takes neither long nor
 * much memory. `WIREFOLD_FUZZ_RUNS=10000` (`npm run fuzz`) is the long form, for each format.
 */
import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hintsFor, NO_HINTS, NO_PROFILE, type RawDocument } from '../../shared/core/document.ts';
import { htmlPage } from '../../shared/core/html/page.ts';
import { openDocument } from '../../shared/core/intake/open.ts';
import { type Reading, readPage } from '../../shared/core/read-page.ts';
import { readScrape } from '../../shared/core/read-scrape.ts';
import { readStated } from '../../shared/core/read-stated.ts';
import { Rejection } from '../../shared/core/rejection.ts';
import { SEEDS } from './fuzz-seeds.ts';
import { inBounds } from './in-bounds.ts';

const numRuns = Number(process.env['WIREFOLD_FUZZ_RUNS'] ?? 12);
/** Opening is what a format's parser does; reading is the same for all, and takes ten times as long: in the long form every tenth is read. */
const readEvery = numRuns >= 1_000 ? 10 : 1;
const WATCHDOG_MS = 60_000 + numRuns * 120;

const edit = fc.record({
  at: fc.nat(100_000),
  kind: fc.constantFrom('flip', 'cut', 'repeat', 'insert'),
  size: fc.integer({ min: 1, max: 400 }),
  text: fc.constantFrom(
    ...['<', '>', '"', '</p', '<table>', '<!--', '&#', '\0', '\xed\xa0\x80', '{', '[', '\\', ']]>', '<![CDATA['],
    ...['<script type="application/ld+json">', '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>', '&y;'],
    ...['--alt\r\n', '\r\n\r\n', '=\r\n', 'Content-Type: multipart/mixed; boundary=alt\r\n', '---\n', '](', '**'],
  ),
});
type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never;

function edited(bytes: Buffer, { at, kind, size, text }: Edit): Buffer {
  const place = at % (bytes.length + 1);
  const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
  const piece = after.subarray(0, size);
  if (kind === 'flip')
    return Buffer.concat([before, piece.map((value) => value ^ (size & 0xff)), after.subarray(size)]);
  if (kind === 'cut') return Buffer.concat([before, after.subarray(size)]);
  if (kind === 'repeat') return Buffer.concat([before, piece, piece, after]);
  return Buffer.concat([before, Buffer.from(text, 'latin1'), after]);
}

/** Null for a PDF, which is read in a thread of its own. */
function readingOf(document: RawDocument): Reading | null {
  const hints = hintsFor(document, NO_HINTS);
  if (document.format === 'stated') return readStated(document, hints, NO_PROFILE);
  if (document.format === 'text') return readScrape(document, hints, NO_PROFILE);
  return document.format === 'html' ? readPage(htmlPage(document, { opinion: false }), hints, NO_PROFILE) : null;
}

describe('mutated input', () => {
  it.each(SEEDS)('$name is read or rejected with a code, never anything else, and what is read is well-formed', {
    timeout: WATCHDOG_MS,
  }, async ({ bytes, facts }) => {
    let count = 0;
    const run = fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 12 }), async (edits) => {
      // Decompressors are let go between two turns of the loop.
      await turn();
      try {
        inBounds(() => {
          const document = openDocument(edits.reduce(edited, bytes), facts);
          expect(document.text.isWellFormed()).toBe(true);
          count += 1;
          if (count % readEvery === 0)
            expect(JSON.stringify(readingOf(document)?.article ?? null).isWellFormed()).toBe(true);
        });
      } catch (error) {
        if (!(error instanceof Rejection)) throw error;
      }
    });
    await fc.assert(run, { numRuns, seed: 20_310_304 });
  });
});
