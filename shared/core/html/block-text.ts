/**
 * The text of one block as the page wrote it comes in; collapsed, without invisible characters, goes out, with the original when that changed more than white space.
 * Composed and decomposed letters stay as the page has them.
 */

/** Soft hyphen, zero-width space, word joiner, byte order mark: they show nothing and break words in two. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;
export const SPACES = /[\s\u0085\u180e]+/g;
const ONLY_ASCII = /^[\n -~]*$/;

export function repairedText(joined: string): { readonly text: string; readonly raw: string | null } {
  const collapsed = joined.replace(SPACES, ' ').trim();
  if (ONLY_ASCII.test(collapsed)) return { text: collapsed, raw: null };
  const text = collapsed.replace(INVISIBLE, '').replace(SPACES, ' ').trim();
  return { text, raw: text === collapsed ? null : collapsed };
}
