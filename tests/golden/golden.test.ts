/** All that the reader makes of pages and lines, beside what a person has read and kept. Changed on purpose: `npm run golden`, and read the difference. */
import { describe, expect, it } from 'vitest';
import { PAGE_GOLDENS, TABLE_GOLDENS } from './goldens.ts';

describe('what was read and kept', () => {
  it('is there', () => {
    for (const { file, written } of [...PAGE_GOLDENS, ...TABLE_GOLDENS]) expect(written(), file).not.toBe('');
  });
  it.each(PAGE_GOLDENS)('of the page $name is what comes out: every block, field and reason', ({ written, now }) => {
    expect(now()).toBe(written());
  });
  it.each(TABLE_GOLDENS)('of the table of $name is what comes out, line by line', ({ written, now }) => {
    expect(now()).toBe(written());
  });
});
