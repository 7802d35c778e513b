/** Letters and digits of any script in a row. */
export const WORD = /[\p{L}\p{M}\p{N}]+/gu;
