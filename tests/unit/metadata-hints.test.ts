/** What stands beside the bytes: helpful when it can be read, harmless when it cannot. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_HINTS } from '../../shared/core/document.ts';
import { readHints } from '../../shared/core/metadata-hints.ts';

describe('hints', () => {
  it('are all null when nothing was sent', () => {
    expect(readHints({})).toEqual(NO_HINTS);
  });

  it.each([
    ['id', 'A-1', { id: 'A-1' }],
    ['guid', 'tag:news.example,2026:1', { guid: 'tag:news.example,2026:1' }],
    ['url', 'https://news.example/a?utm_source=x', { url: 'https://news.example/a?utm_source=x' }],
    ['captured-at', '2026-01-01T12:00:00+02:00', { capturedAt: '2026-01-01T10:00:00.000Z' }],
    ['captured-at', '2026-01-01 12:00Z', { capturedAt: '2026-01-01T12:00:00.000Z' }],
    ['publisher', 'Die%20Zeitung', { publisher: 'Die Zeitung' }],
    ['publisher', '=?UTF-8?B?TGUgTW9uZGUgw6l0w6k=?=', { publisher: 'Le Monde été' }],
    ['publisher', '=?iso-8859-1?Q?S=FCd_?= =?UTF-8?Q?Post?=', { publisher: 'Süd Post' }],
    ['publisher', 'SÃ¼d Post', { publisher: 'Süd Post' }],
    ['publisher', '100 % News', { publisher: '100 % News' }],
    ['language', 'pt_br', { language: 'pt-BR' }],
  ])('%s: %s is understood', (name, value, expected) => {
    expect(readHints({ [name]: value })).toEqual({ ...NO_HINTS, ...expected });
  });

  it.each([
    ['url', 'not a url'],
    ['url', 'javascript:alert(1)'],
    ['captured-at', 'yesterday'],
    ['captured-at', '2026-01-01T12:00:00'],
    ['captured-at', '2026-13-45T12:00:00Z'],
    ['language', 'not a language at all'],
    ['publisher', '   '],
  ])('%s: %s is left out', (name, value) => {
    expect(readHints({ [name]: value })).toEqual(NO_HINTS);
  });

  it('keep an encoded word that cannot be decoded as it was', () => {
    expect(readHints({ publisher: '=?no-such-charset?B?QUJD?=' }).publisher).toBe('=?no-such-charset?B?QUJD?=');
  });

  it('never throw', () => {
    const names = fc.constantFrom('id', 'guid', 'url', 'captured-at', 'publisher', 'language');
    const values = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string().map((text) => `=?utf-8?q?${text}?=`),
    );
    fc.assert(
      fc.property(fc.dictionary(names, values), (metadata) => readHints(metadata) !== null),
      { numRuns: 2_000 },
    );
  });
});
