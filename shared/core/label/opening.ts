/** What a line opens with. */

/** Signs, at most so many characters, then a digit or the first word. */
export const OPENING = /^[^\p{L}\p{M}\p{N}]{0,8}(?:(\p{N})|([\p{L}\p{M}]{1,40}(?:['’]\p{L}{1,20})?))/u;
