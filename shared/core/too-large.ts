/** A raw object over the limit, refused by its size. Promise: the same words whoever saw the size, the event or the download. */
import { LIMITS } from './limits.ts';
import { Rejection } from './rejection.ts';

export function tooLarge(bytes: number): Rejection {
  const message = `The object has ${bytes} bytes; at most ${LIMITS.objectBytes} are read. Split it or drop its text only.`;
  return new Rejection('document.too-large', message);
}
