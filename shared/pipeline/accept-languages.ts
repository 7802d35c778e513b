/**
 * A reader that takes some languages only. In: a reader and the languages. Out: a reader that refuses articles in others, by a code of their own.
 * Promise: what is held back or canceled is taken in any language, for it may be about something that was stored before.
 */
import { isAccepted, type Languages } from '../core/accepted-languages.ts';
import { Rejection } from '../core/rejection.ts';
import type { Reader } from './ports.ts';

export function acceptLanguages(reader: Reader, languages: Languages): Reader {
  if (languages.length === 0) return reader;
  return {
    ...(reader.version === undefined ? {} : { version: reader.version }),
    async read(document, hints, profile) {
      const article = await reader.read(document, hints, profile);
      const isHeld = (document.stated?.handling.status ?? 'usable') !== 'usable' || article.advisory?.kind === 'kill';
      if (isHeld || isAccepted(languages, article.language, article.languageConfidence)) return article;
      throw new Rejection(
        'article.other-language',
        `The text is in "${article.language}"; this deployment takes ${languages.join(', ')} (setting languages). Add it there and upload the file again.`,
      );
    },
  };
}
