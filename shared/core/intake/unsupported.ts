/** What something is in, the refusal of it out, which says what can be read instead. */
import { Rejection } from '../rejection.ts';

const READABLE =
  'HTML, plain text, e-mail, saved web pages (MHTML), NITF, NewsML-G2, ninjs, articles in JSON, and many of these in a zip, tar, WARC, JSON Lines, CSV or feed can.';

/** `name`: as a person calls it. */
export function unsupported(name: string): Rejection {
  return new Rejection('document.unsupported-format', `This is ${name}: it cannot be read yet. ${READABLE}`);
}
