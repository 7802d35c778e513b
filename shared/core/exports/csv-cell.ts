/**
 * One cell of CSV (RFC 4180). In: text of strangers. Out: a cell. Promise: no spreadsheet takes any of it for a formula, also where it
 * cuts the file at semicolons or line ends instead of commas.
 */
import { safeText } from './safe-text.ts';

/** What may open a formula, in the widths of Asia too: at the beginning, and wherever another reader might see a cell begin. */
const FORMULA = /(?:^|[\n;|])[" \u00a0]*(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g;
const QUOTED = /[",;|\n]|^ | $/;

/** `=1+1` //=> `'=1+1`; `a "b", c` //=> `"a ""b"", c"`; tabs become blanks, since a tab ends a cell elsewhere. */
export function csvCell(value: string): string {
  // An apostrophe makes it text for every spreadsheet.
  const text = safeText(value).replaceAll('\t', ' ').replace(FORMULA, "$&'");
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
