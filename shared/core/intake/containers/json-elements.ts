/**
 * The text of a JSON list in, the texts of its elements out. Promise: one pass, nothing is parsed: an element that is broken, or nested
 * a hundred thousand deep, harms no other.
 */

export interface JsonElement {
  readonly text: string;
  /** Deepest nesting of lists and objects in it. */
  readonly depth: number;
  /** The text ended before it did. */
  readonly isCut: boolean;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;

/** The list begins at the first bracket of the text. `most`: one more than these is enough to see that there are too many. */
export function jsonElements(text: string, most: number): readonly JsonElement[] {
  const found: JsonElement[] = [];
  const start = text.indexOf('[') + 1;
  let [from, depth, deepest] = [start, 0, 0];
  const end = (at: number, isCut: boolean) => {
    const element = text.slice(from, at).trim();
    if (element !== '') found.push({ text: element, depth: deepest, isCut });
    [from, deepest] = [at + 1, 0];
  };
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = afterString(text, at);
    else if (code === 0x5b || code === 0x7b) {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (code === 0x5d || code === 0x7d) {
      depth -= 1;
      if (depth < 0) {
        end(at, false);
        return found;
      }
    } else if (code === COMMA && depth === 0) {
      end(at, false);
      if (found.length > most) return found;
    }
  }
  end(text.length, true);
  return found;
}

/** Place of the closing quote; the last character when there is none. */
export function afterString(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at += 1;
    else if (code === QUOTE) return at;
  }
  return text.length - 1;
}
