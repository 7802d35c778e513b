/** One pass over the text of a block: text comes in, counts that hold in any language go out. */

export interface Measure {
  readonly chars: number;
  /** Words between spaces; two ideographs or kana count as one. */
  readonly words: number;
  readonly letters: number;
  readonly digits: number;
  /** Words that begin with a capital. */
  readonly capitalised: number;
  readonly upper: number;
  readonly commas: number;
  /** Full stops, question and exclamation marks of any script that end a word. */
  readonly sentences: number;
  readonly separators: number;
  readonly quotes: number;
  readonly questions: number;
  readonly symbols: number;
}

const SPACE = 1;
const LETTER = 2;
const UPPER = 3;
const DIGIT = 4;
const COMMA = 5;
const STOP = 6;
const SEPARATOR = 7;
const QUOTE = 8;
const SYMBOL = 9;
const IDEOGRAPH = 10;
const OTHER = 0;

const KINDS = asciiKinds();

function asciiKinds(): Uint8Array {
  const kinds = new Uint8Array(0x3100);
  kinds.fill(LETTER, 0xaa, 0x2000);
  kinds.fill(LETTER, 0x2c00, 0x2e00);
  kinds.fill(IDEOGRAPH, 0x3040, 0x3100);
  const put = (chars: string, kind: number) => {
    for (const char of chars) kinds[char.charCodeAt(0)] = kind;
  };
  put(' \u00a0\u2009\u202f\u3000', SPACE);
  put('abcdefghijklmnopqrstuvwxyz', LETTER);
  put('ABCDEFGHIJKLMNOPQRSTUVWXYZ', UPPER);
  kinds.fill(UPPER, 0xc0, 0xdf);
  kinds.fill(UPPER, 0x391, 0x3aa);
  kinds.fill(UPPER, 0x400, 0x430);
  put('0123456789', DIGIT);
  put(',;،、', COMMA);
  put('.!?…。۔؟।', STOP);
  put('|•·»«›‹→>/\\', SEPARATOR);
  put('"“”„‘’‚「」『』', QUOTE);
  put('@#©®%$€£+=*_~^{}[]<', SYMBOL);
  return kinds;
}

function kindOf(code: number): number {
  if (code < 0x3100) return KINDS[code] ?? OTHER;
  if (code <= 0x9fff) return IDEOGRAPH;
  if (code >= 0xac00 && code <= 0xd7a3) return LETTER;
  if (code >= 0xff00 && code <= 0xff0f) return code === 0xff01 ? STOP : COMMA;
  return code === 0xff1f ? STOP : OTHER;
}

export function isIdeograph(code: number): boolean {
  return code >= 0x3040 && kindOf(code) === IDEOGRAPH;
}

/** A letter or digit of a script that puts spaces between words. */
export function isWordChar(code: number): boolean {
  const kind = kindOf(code);
  return kind === LETTER || kind === DIGIT || kind === UPPER;
}

/** Used again for every text, since a page has hundreds: it never leaves this function. */
const counts = new Uint32Array(11);

export function measureText(text: string): Measure {
  counts.fill(0);
  let words = 0;
  let capitalised = 0;
  let sentences = 0;
  let questions = 0;
  let before = SPACE;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const kind = kindOf(code);
    counts[kind] = (counts[kind] ?? 0) + 1;
    if (before === SPACE && kind !== SPACE && kind !== SEPARATOR) {
      words += 1;
      if (kind === UPPER) capitalised += 1;
    }
    if (kind === STOP) {
      if (code === 63 || code === 0xff1f) questions += 1;
      if (code >= 0x3000 || endsWord(text, at)) sentences += 1;
    }
    before = kind;
  }
  const ideographs = counts[IDEOGRAPH] ?? 0;
  return {
    chars: text.length,
    words: ideographs === 0 ? words : words + ideographs / 2,
    letters: (counts[LETTER] ?? 0) + (counts[UPPER] ?? 0) + ideographs,
    digits: counts[DIGIT] ?? 0,
    capitalised,
    upper: counts[UPPER] ?? 0,
    commas: counts[COMMA] ?? 0,
    sentences,
    separators: counts[SEPARATOR] ?? 0,
    quotes: counts[QUOTE] ?? 0,
    questions,
    symbols: counts[SYMBOL] ?? 0,
  };
}

/** A stop inside `3.5` or `U.S.` ends nothing. */
function endsWord(text: string, at: number): boolean {
  if (at + 1 >= text.length) return true;
  const next = kindOf(text.charCodeAt(at + 1));
  if (next !== SPACE && next !== QUOTE) return false;
  return at < 3 || kindOf(text.charCodeAt(at - 2)) !== SPACE;
}
