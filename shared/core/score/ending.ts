/** How a block begins and ends, as flags. Text comes in, a bit set goes out; no language is known here. */

export const ENDING = {
  stop: 1,
  colon: 2,
  ellipsis: 4,
  question: 8,
  exclamation: 16,
  startsLower: 32,
  startsQuote: 64,
  startsDigit: 128,
  startsMark: 256,
  bracketed: 512,
  clock: 1024,
  year: 2048,
  address: 4096,
  copyright: 8192,
  money: 16384,
  hash: 32768,
} as const;

const CLOSERS = '"”’\'»)]›」』“ ';
/** Dates, clocks and addresses stand at an edge of a line; a long paragraph is not searched to its end. */
const LOOKED_AT = 240;
const ZERO = 0x30;
const NINE = 0x39;
const COLON = 0x3a;

export function endingOf(text: string): number {
  return endFlags(text) | startFlags(text) | insideFlags(text, Math.min(text.length, LOOKED_AT));
}

/** One walk; letters, which most characters are, are passed over first. */
function insideFlags(text: string, end: number): number {
  let flags = 0;
  for (let at = 0; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code > COLON && code < 0xa3) {
      if (
        code === 0x40 ||
        (code === 0x68 && stands('http', text, at, end)) ||
        (code === 0x77 && stands('www.', text, at, end))
      )
        flags |= ENDING.address;
    } else if (isDigit(code)) flags |= numberFlags(text, at, end);
    else flags |= signFlag(code);
  }
  return flags;
}

function stands(word: string, text: string, at: number, end: number): boolean {
  return at + word.length <= end && text.startsWith(word, at);
}

function signFlag(code: number): number {
  // © # and the signs of money
  if (code === 0xa9) return ENDING.copyright;
  if (code === 0x23) return ENDING.hash;
  return code === 0x24 || code === 0xa3 || code === 0xa5 || code === 0x20ac ? ENDING.money : 0;
}

/** `9:05`, `1998`, as they begin at `at`. */
function numberFlags(text: string, at: number, end: number): number {
  if (at + 4 > end) return 0;
  const second = text.charCodeAt(at + 1);
  const third = text.charCodeAt(at + 2);
  if (!isDigit(third) || !isDigit(text.charCodeAt(at + 3))) return 0;
  if (second === COLON) return ENDING.clock;
  const first = text.charCodeAt(at);
  return (first === 0x31 && second === NINE) || (first === 0x32 && second === ZERO) ? ENDING.year : 0;
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

function endFlags(text: string): number {
  let at = text.length - 1;
  while (at > 0 && CLOSERS.includes(text.charAt(at))) at -= 1;
  const last = text.charAt(at);
  let flags = 0;
  if ('.!?。！？…۔؟।'.includes(last)) flags |= ENDING.stop;
  if (last === ':' || last === '：') flags |= ENDING.colon;
  if (last === '…' || text.endsWith('...') || text.endsWith('[…]')) flags |= ENDING.ellipsis;
  if (last === '?' || last === '？') flags |= ENDING.question;
  if (last === '!' || last === '！') flags |= ENDING.exclamation;
  return flags;
}

function startFlags(text: string): number {
  const first = text.charAt(0);
  let flags = 0;
  if (first !== first.toUpperCase()) flags |= ENDING.startsLower;
  if ('"“„«‘「'.includes(first)) flags |= ENDING.startsQuote;
  if (first >= '0' && first <= '9') flags |= ENDING.startsDigit;
  if ('•·-–—*>»|+#→►▶'.includes(first)) flags |= ENDING.startsMark;
  if (first === '(' && text.endsWith(')')) flags |= ENDING.bracketed;
  return flags;
}
