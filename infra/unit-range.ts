/** Units a second that stand ready. In: `20-400`, as a deployment writes it. Out: both ends; null for what is no range. */
export interface UnitRange {
  readonly least: number;
  readonly most: number;
}

/** AWS gives a table no more of each kind without being asked. */
export const MOST_UNITS = 40_000;

/** `readUnitRange('20-400')` //=> `{ least: 20, most: 400 }` */
export function readUnitRange(text: string): UnitRange | null {
  const found = /^(\d{1,5})-(\d{1,5})$/.exec(text.trim());
  if (found === null) return null;
  const [least, most] = [Number(found[1]), Number(found[2])];
  return least >= 1 && least <= most && most <= MOST_UNITS ? { least, most } : null;
}
