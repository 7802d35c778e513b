/** Names that were copied from a table. In: an id that is not known. Out: a sentence for who took the beginning of one for all of it; else empty. */

const SHORTER = /^(?:sty|evt)_[0-9a-z]{0,25}$/;

/** Tables shorten the ids of stories and events, and those of articles never. */
export function cutIdHint(id: string): string {
  return SHORTER.test(id)
    ? '. That is only the beginning of an id, as tables show it: name an article of it (art_…)'
    : '';
}
