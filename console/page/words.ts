/** Data as people read it. */

/** `counted(2, 'copy', 'copies')` //=> `2 copies` */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** `20000` //=> `20,000` */
export function grouped(count: number): string {
  return count.toLocaleString('en-GB');
}

/** `2026-01-02T10:00:00Z` //=> `2026-01-02 10:00` */
export function minute(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-01-02` //=> `2 Jan 2026`, `2026-01` //=> `Jan 2026`, `2026` //=> `2026` */
export function dayInWords(label: string): string {
  const [year = '', month, day] = label.slice(0, 10).split('-');
  const name = month === undefined ? null : (MONTHS[Number(month) - 1] ?? month);
  return [day === undefined ? null : String(Number(day)), name, year].filter((part) => part !== null).join(' ');
}

/** `stated-zone-assumed` //=> `stated, zone assumed` */
export function statusInWords(status: string): string {
  return status === 'stated-zone-assumed' ? 'stated, zone assumed' : status.replaceAll('-', ' ');
}

/** Null where nobody knows. */
export function languageIn(language: string): string | null {
  return language === 'und' ? null : language;
}

/** Why others may not see it. */
export const HELD = { withheld: 'withheld', canceled: 'canceled', embargoed: 'under embargo' } as const;

export function errorInWords(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** 0 //=> `A`, 26 //=> `AA` */
export function letterOf(at: number): string {
  const letter = String.fromCharCode('A'.charCodeAt(0) + (at % 26));
  return at < 26 ? letter : `${letterOf(Math.floor(at / 26) - 1)}${letter}`;
}
