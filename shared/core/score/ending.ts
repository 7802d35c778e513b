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

export function endingOf(text: string): number {
  let flags = endFlags(text) | startFlags(text);
  const edge = text.length > LOOKED_AT ? text.slice(0, LOOKED_AT) : text;
  if (/\d:\d\d/.test(edge)) flags |= ENDING.clock;
  if (/(?:19|20)\d\d/.test(edge)) flags |= ENDING.year;
  if (edge.includes('@') || edge.includes('http') || edge.includes('www.')) flags |= ENDING.address;
  if (edge.includes('©')) flags |= ENDING.copyright;
  if (/[$€£¥]/.test(edge)) flags |= ENDING.money;
  if (edge.includes('#')) flags |= ENDING.hash;
  return flags;
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
