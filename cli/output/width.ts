/** How many columns a text takes on a terminal. In: visible text. Out: columns. Promise: CJK counts two, combining marks none. */

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;
const ZERO = /\p{Mn}|\p{Me}|\u200c|\u200d/u;

function columnsOf(character: string): number {
  if (ZERO.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += columnsOf(character);
  return width;
}

/** `shortened('Hello world', 8)` //=> `Hello w…`; shorter text comes back as it is. */
export function shortened(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let kept = '';
  let width = 0;
  for (const character of text) {
    width += columnsOf(character);
    if (width > columns - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** The same from the other side, for paths: `shortenedStart('news/2024/a.txt', 8)` //=> `…4/a.txt`. */
export function shortenedStart(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let kept = '';
  let width = 0;
  for (const character of [...text].reverse()) {
    width += columnsOf(character);
    if (width > columns - 1) break;
    kept = character + kept;
  }
  return `…${kept}`;
}

export function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)));
}

/** Breaks at spaces; a word longer than a line (or text without spaces) is cut. Empty text gives no line. */
export function wrapped(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (displayWidth(longer) <= columns) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (displayWidth(line) > columns) {
      const cut = cutAt(line, columns);
      lines.push(cut);
      line = line.slice(cut.length);
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** The longest beginning that fits, at least one character. */
function cutAt(text: string, columns: number): string {
  let kept = '';
  let width = 0;
  for (const character of text) {
    width += columnsOf(character);
    if (width > columns && kept !== '') break;
    kept += character;
  }
  return kept;
}
