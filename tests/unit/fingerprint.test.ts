/** Two copies of one text share a hash when only type has changed. */
import { expect, it } from 'vitest';
import { contentHash } from '../../shared/core/fingerprint.ts';

const ORIGINAL = ['“It’s over,” she said — at last.', 'The ferry ran again.'];

it.each([
  ['straight quotes and a hyphen', ['"It\'s over," she said - at last.', 'The ferry ran again.']],
  ['white space', ['“It’s  over,” she said\u00a0— at last.', ' The ferry ran again. ']],
  ['case', ORIGINAL.map((text) => text.toUpperCase())],
  ['ligatures and widths', ['“It’s over,” she said — at last.', 'The ﬀerry ran again.'.replace('ﬀerry', 'ferry')]],
])('%s make no difference', (_, copy) => {
  expect(contentHash(copy)).toBe(contentHash(ORIGINAL));
});

it('a word, a paragraph and the order do', () => {
  const hashes = [ORIGINAL, ORIGINAL.slice(1), [...ORIGINAL].reverse(), [ORIGINAL.join(' ')]].map(contentHash);
  expect(new Set(hashes).size).toBe(hashes.length);
});

it('is SHA-256 of the folded paragraphs, joined by newlines', () => {
  expect(contentHash(['A', 'B'])).toBe('7e18f737311b2dc3b2f269dd78396b0351f14fb66efa879f768cb23181883c78');
});
