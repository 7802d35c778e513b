/**
 * The README's table of questions, as data. In: the README. Out: for each question its command, its call of the API, and the read units
 * that it states as a bound: `2 + 0.5 a text`. Promise: a cell that says no bound in this way gives null.
 */
export interface StatedQuestion {
  readonly question: string;
  /** As typed after `wirefold`, with names in capitals for what there is to ask for. */
  readonly command: string;
  /** Null: the API does not answer it. */
  readonly call: string | null;
  readonly bound: Bound | null;
}

export interface Bound {
  readonly fixed: number;
  /** By what is counted: `{ text: 0.5 }`. */
  readonly each: Readonly<Record<string, number>>;
}

const TABLE = /<!-- questions -->([\s\S]*?)<!-- \/questions -->/;

export function statedQuestions(readme: string): readonly StatedQuestion[] {
  const lines = (TABLE.exec(readme)?.[1] ?? '').split('\n').filter((line) => line.startsWith('|'));
  // Behind the titles and the line below them.
  const rows = lines.slice(2);
  return rows.map((line) => {
    const [, question = '', command = '', call = '', bound = ''] = line.split('|').map((cell) => cell.trim());
    const plain = call.replaceAll('`', '');
    return {
      ...{ question, command: command.replaceAll('`', ''), bound: boundOf(bound) },
      call: plain.startsWith('/') ? plain : null,
    };
  });
}

const BOUND = /^\d+(?:\.\d+)?(?: \+ \d+(?:\.\d+)? an? [a-z]+)*$/;

function boundOf(cell: string): Bound | null {
  if (!BOUND.test(cell)) return null;
  const [fixed = '', ...each] = cell.split(' + ');
  const parts = each.map((part) => {
    const [count = '', , noun = ''] = part.split(' ');
    return [noun, Number(count)] as const;
  });
  return { fixed: Number(fixed), each: Object.fromEntries(parts) };
}

/** Throws for a bound that counts what nobody has counted. */
export function unitsOf({ fixed, each }: Bound, counts: Readonly<Record<string, number>>): number {
  return Object.entries(each).reduce((sum, [noun, units]) => {
    const count = counts[noun];
    if (count === undefined) throw new Error(`nobody has counted a ${noun}`);
    return sum + units * count;
  }, fixed);
}

/** `list --day DAY` with `{ DAY: '2026-01-02' }` //=> `list --day 2026-01-02` */
export function filledIn(cell: string, names: Readonly<Record<string, string>>): string {
  return cell.replace(/\b[A-Z]{2,}\b/g, (name) => names[name] ?? name);
}

/** Words of a command, quoted or not. */
export function wordsOf(command: string): readonly string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');
}
