/** Items of agencies and tools, damaged anywhere: each is read or refused with a code. `WIREFOLD_FUZZ_RUNS=10000` is the long form. */
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { hintsFor, NO_HINTS, NO_PROFILE } from '../../../shared/core/document.ts';
import { openDocument } from '../../../shared/core/intake/open.ts';
import { readStated } from '../../../shared/core/read-stated.ts';
import { Rejection } from '../../../shared/core/rejection.ts';
import { FORMATS } from './one-article.ts';

const numRuns = Number(process.env['WIREFOLD_FUZZ_RUNS'] ?? 1_000);
/** A watchdog: an item takes some milliseconds. */
const WATCHDOG_MS = 60_000 + numRuns * 60;

const piece = fc.oneof(
  fc.constantFrom(
    '<',
    '>',
    '</p>',
    '<p>',
    '"',
    '{',
    '[',
    ']]>',
    '<![CDATA[',
    '&#x0;',
    '&x;',
    '\\u0000',
    '\\ud800',
    '<!--',
  ),
  fc.constantFrom(
    'null',
    '1e999',
    '"__proto__":{},',
    '"headline":[[]],',
    '<newsItem>',
    '<body.content>',
    '\0',
    '\ud800',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const damage = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), drop: fc.nat(60), piece });
const damages = fc.array(damage, { minLength: 1, maxLength: 6 });

function damaged(text: string, all: readonly { readonly at: number; readonly drop: number; readonly piece: string }[]) {
  return all.reduce((current, { at, drop, piece: inserted }) => {
    const from = Math.floor(at * current.length);
    return current.slice(0, from) + inserted + current.slice(from + drop);
  }, text);
}

function isSound(text: string): boolean {
  try {
    const facts = { contentType: null, contentEncoding: null, name: 'a' };
    const document = openDocument(Buffer.from(text), facts);
    if (document.format !== 'stated') return true;
    return JSON.stringify(readStated(document, hintsFor(document, NO_HINTS), NO_PROFILE).article).isWellFormed();
  } catch (error) {
    return error instanceof Rejection;
  }
}

describe('a damaged item', () => {
  it.each(FORMATS)('%s: is read or refused', { timeout: WATCHDOG_MS }, (_, text) => {
    fc.assert(
      fc.property(damages, (all) => isSound(damaged(text, all))),
      { numRuns: Math.ceil(numRuns / 5) },
    );
  });
});
