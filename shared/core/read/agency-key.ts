/** An agency's name as spellings of it are compared. */
import { fold } from './fold.ts';

/** Spaces, dots between capitals and `the` differ from page to page. */
export function agencyKey(text: string): string {
  return fold(text)
    .replace(/[\s.]+/g, ' ')
    .trim();
}

/** A word of marks alone leaves nothing, and the next one is the first. */
export function firstWordOf(name: string): string {
  return agencyKey(name).split(' ', 1)[0] ?? '';
}
