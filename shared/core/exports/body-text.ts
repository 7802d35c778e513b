/** The body as one text. In: body parts. Out: paragraphs with an empty line between them. */
import type { BodyPart } from '../record.ts';

export function bodyText(body: readonly BodyPart[]): string {
  return body.map(({ text }) => text).join('\n\n');
}
