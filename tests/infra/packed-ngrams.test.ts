import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Ngrams, openNgrams, packNgrams } from '../../infra/packed-ngrams.ts';

/** The table that comes with the detector: its package names no way to it. */
function shipped(): Ngrams {
  const file = path.resolve(import.meta.dirname, '../../node_modules/eld/src/ngrams/extrasmall.js');
  const { ngramsData }: { ngramsData: { ngrams: Ngrams } } = createRequire(import.meta.url)(file);
  return ngramsData.ngrams;
}

describe('the packed table of n-grams', () => {
  it('gives every n-gram of the shipped table exactly the scores that it has there', () => {
    const table = shipped();
    const packed = packNgrams(table);
    const opened = openNgrams(() => packed);
    const names = Object.keys(table);
    expect(names.length).toBeGreaterThan(10_000);
    expect(names.filter((name) => JSON.stringify(opened[name]) !== JSON.stringify(table[name]))).toEqual([]);
  });

  it('gives what is no n-gram nothing, also when it looks like several entries or like a property of objects', () => {
    const opened = openNgrams(() => packNgrams({ ' the': { 11: 64 }, 'he ': { 11: 32, 9: 5 } }));
    for (const none of ['the', ' th', '', ' the\v11:64', '\t the', 'constructor', '__proto__', 'toString'])
      expect(opened[none]).toBeUndefined();
    expect(opened['he ']).toEqual({ 9: 5, 11: 32 });
  });

  it('is opened by the first n-gram that is asked for, and once', () => {
    let reads = 0;
    const opened = openNgrams(() => {
      reads += 1;
      return packNgrams({ 'he ': { 11: 32 } });
    });
    expect(reads).toBe(0);
    expect([opened['he '], opened['no ']]).toEqual([{ 11: 32 }, undefined]);
    expect(reads).toBe(1);
  });

  it('refuses a table with a character that would part its entries', () => {
    expect(() => packNgrams({ 'a\tb': { 1: 1 } })).toThrow('parts them');
  });
});
