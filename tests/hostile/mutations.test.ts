import zlib from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlPage } from '../../shared/core/html/page.ts';
import { openDocument } from '../../shared/core/intake/open.ts';
import { Rejection } from '../../shared/core/rejection.ts';
import { PACKED_PAGE } from '../unit/intake-formats/bzip2-vectors.ts';
import { LETTERS } from '../unit/intake-formats/letters.ts';
import { page, STORY, utf8 } from './bytes.ts';

const LD =
  '{"@type":"NewsArticle","headline":"Pier opens","author":[{"name":"Ida Holm"}],"datePublished":"2031-03-04"}';
const HEAD = `<meta name="author" content="Ida Holm"><script type="application/ld+json">${LD}</script>`;
const BYLINE =
  '<p class="byline">By <a rel="author" href="/author/ida">Ida</a> <time datetime="2031-03-04">4 March</time></p>';
const SEEDS: readonly Buffer[] = [
  page(BYLINE + STORY, HEAD),
  zlib.gzipSync(page(STORY, HEAD)),
  utf8(`Pier opens in spring\nBy Ida Holm\n4 March 2031\n\n${STORY}`),
  Buffer.from(`\ufeff<html><body>${STORY}</body></html>`, 'utf16le'),
  PACKED_PAGE,
  ...LETTERS.map(([, bytes]) => Buffer.from(bytes)),
];

const edit = fc.record({
  at: fc.nat(100_000),
  kind: fc.constantFrom('flip', 'cut', 'repeat', 'insert'),
  size: fc.integer({ min: 1, max: 400 }),
  text: fc.constantFrom(
    '<',
    '>',
    '"',
    '</p',
    '<table>',
    '<!--',
    '&#',
    '\0',
    '\xed\xa0\x80',
    '{',
    '[',
    '\\',
    '<script type="application/ld+json">',
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

describe('mutated input', () => {
  it('is read or rejected with a code, never anything else, and what is read is well-formed', () => {
    const run = fc.property(
      fc.constantFrom(...SEEDS),
      fc.array(edit, { minLength: 1, maxLength: 12 }),
      (seed, edits) => {
        try {
          const document = openDocument(edits.reduce(edited, seed), {
            name: 'x',
            contentType: null,
            contentEncoding: null,
          });
          expect(document.text.isWellFormed()).toBe(true);
          if (document.format === 'html') htmlPage(document, { opinion: false });
        } catch (error) {
          if (!(error instanceof Rejection)) throw error;
        }
      },
    );
    fc.assert(run, { numRuns: Number(process.env['WIREFOLD_FUZZ_RUNS'] ?? 1_000), seed: 20_310_304 });
  });
});
