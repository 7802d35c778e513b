import { describe, expect, it } from 'vitest';
import { threadsFor } from '../../cli/threads.ts';

describe('threads that read pages', () => {
  it.each([
    [1, 1],
    [2, 1],
    [4, 3],
    [64, 4],
  ])('on %d processors are %d when the user does not say', (processors, threads) => {
    expect(threadsFor(processors)).toBe(threads);
  });
});
