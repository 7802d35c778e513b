/** What a format states in, a document out. Promise: it has a text that can be read, of a length that articles have, or it is a `Rejection`. */
import type { RawDocument } from '../document.ts';
import { isBody } from '../label.ts';
import { LIMITS } from '../limits.ts';
import { Rejection } from '../rejection.ts';
import type { Decoded } from './charset.ts';
import type { Stated } from './formats/stated.ts';

/** Throws `Rejection` for a text that no article has. */
export function checkStated(stated: Stated): Stated {
  if (stated.paragraphs.length > LIMITS.blocks) {
    throw new Rejection(
      'page.too-many-elements',
      `The text has more than ${LIMITS.blocks} paragraphs; no article has.`,
    );
  }
  const isCanceled = stated.handling.status === 'canceled';
  if (!isCanceled && !stated.paragraphs.some(({ label }) => isBody(label))) {
    const message = `This is ${stated.name} without the text of an article: upload one that carries its text.`;
    throw new Rejection('article.no-text', message);
  }
  return stated;
}

/** Of one of many in a file. `decoded`: how the text of the whole file was found. `bytes`: of the part that this is; 0 when nobody counted. */
export function statedDocument(stated: Stated, { charset, basis }: Decoded, bytes: number): RawDocument {
  const { mediaType } = checkStated(stated);
  return { format: 'stated', text: '', mediaType, charset, charsetBasis: basis, bytes, stated, isRecord: true };
}
