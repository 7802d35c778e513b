/** Wirefold without its second opinion: what the opinion gains is the difference. */
import type { PeerAnswer } from './peer.ts';
import { answerOf } from './wirefold.ts';

export function read(text: string, url: string): PeerAnswer {
  return answerOf(text, url, false);
}
