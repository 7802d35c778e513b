/** Keys of objects are what uploaders make of them: none is a path, none is a key of the table, and two that look alike are two. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { objectIdOf, objectKey } from '../../shared/core/keys.ts';
import { decodeKey, encodeKey } from '../../shared/core/s3-key.ts';

const KEYS: readonly (readonly [string, string])[] = [
  ['goes upwards', 'incoming/../../etc/passwd'],
  ['holds NUL and line ends', 'incoming/a\0b\r\nc'],
  ['looks like a key of the table', 'art#art_1\0head'],
  ['has 1,024 bytes', `incoming/${'é'.repeat(507)}x`],
  ['is composed', 'incoming/caf\u00e9'],
  ['is decomposed', 'incoming/cafe\u0301'],
  ['is encoded twice', 'incoming/a%2520b+c%2Bd'],
  ['turns text around', 'incoming/\u202egpj.exe'],
  ['has a name of objects', '__proto__'],
];
const idOf = (key: string) => objectIdOf({ key, member: null });

describe('a key', () => {
  it.each(KEYS)('that %s comes back from its encoded form, and is only an id in the table', (_, key) => {
    expect(decodeKey(encodeKey(key))).toBe(key);
    expect(objectKey(idOf(key)).pk).toMatch(/^obj#[0-9a-z]{26}$/);
  });

  it('has an id of its own', () => {
    expect(new Set(KEYS.map(([, key]) => idOf(key))).size).toBe(KEYS.length);
  });

  it('is only an id in the table, whatever it is', () => {
    const keys = fc.string({ unit: 'binary', minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(keys, (key) => /^[0-9a-z]{26}$/.test(idOf(key))),
      { numRuns: 10_000 },
    );
  });
});
