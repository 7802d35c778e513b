/**
 * The language detector's table of n-grams, made small to load. In: its table, when functions are bundled; its text, when one asks for it. Out: text;
 * an object that answers like the table. Promise: each n-gram has the scores that it had, and what is none has none.
 *
 * Why: as fifty thousand small objects in source it is a third of a cold start, most of it to clear up after; as one text of which
 * only the lines that are asked for are read it is next to nothing.
 */

/** Scores of one n-gram, by the number of the language. */
export type Scores = Readonly<Record<string, number>>;
export type Ngrams = Readonly<Record<string, Scores>>;

/** So many lines that each holds some twenty n-grams: the whole of one is looked through. */
const LINES = 2_048;
const [LINE, ENTRY, SCORES, SCORE] = ['\n', '\t', '\v', ','] as const;
const PARTING = /[\n\t\v]/;

export function packNgrams(table: Ngrams): string {
  const lines = Array.from({ length: LINES }, () => '');
  for (const [ngram, scores] of Object.entries(table)) {
    if (PARTING.test(ngram)) throw new Error('An n-gram holds a character that parts them.');
    const packed = Object.entries(scores).map(([language, score]) => `${language}:${score}`);
    lines[lineOf(ngram)] += `${ENTRY}${ngram}${SCORES}${packed.join(SCORE)}`;
  }
  return lines.map((line) => `${line}${ENTRY}`).join(LINE);
}

/** `read` gives the text, and is asked once, by the first n-gram. */
export function openNgrams(read: () => string): Ngrams {
  let lines: readonly string[] | null = null;
  const get = (_: Ngrams, ngram: string | symbol) => {
    if (typeof ngram !== 'string') return undefined;
    lines ??= read().split(LINE);
    return scoresOf(lines[lineOf(ngram)] ?? '', ngram);
  };
  return new Proxy<Ngrams>({}, { get });
}

function scoresOf(line: string, ngram: string): Scores | undefined {
  if (PARTING.test(ngram)) return undefined;
  const name = `${ENTRY}${ngram}${SCORES}`;
  const at = line.indexOf(name);
  if (at < 0) return undefined;
  const packed = line.slice(at + name.length, line.indexOf(ENTRY, at + name.length));
  return Object.fromEntries(
    packed
      .split(SCORE)
      .map((score) => score.split(':'))
      .map(([language, score]) => [language, Number(score)]),
  );
}

/** FNV-1a, folded onto the lines. */
function lineOf(ngram: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < ngram.length; at += 1) hash = Math.imul(hash ^ ngram.charCodeAt(at), 16_777_619);
  return (hash >>> 0) % LINES;
}
