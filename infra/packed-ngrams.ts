/**
 * The language detector's table of n-grams, made small to load. In: its table, when functions are bundled; its bytes, when one asks for it. Out: bytes;
 * an object that answers like the table. Promise: each n-gram has the scores that it had, and what is none has none.
 *
 * Why: as fifty thousand small objects in source it is a third of a cold start, most of it to clear up after; as bytes of which
 * only the lines that are asked for are read it is next to nothing.
 */

/** Scores of one n-gram, by the number of the language. */
export type Scores = Readonly<Record<string, number>>;
export type Ngrams = Readonly<Record<string, Scores>>;

/** So many lines that each holds some twenty n-grams: the whole of one is looked through. */
const LINES = 2_048;
const PLACE_BYTES = 4;
const HEAD_BYTES = PLACE_BYTES * (LINES + 1);
const [ENTRY, SCORES, SCORE] = ['\t', '\v', ','] as const;
const PARTING = /[\t\v]/;

/** Places of the lines in what follows them, and the end of the last; then the lines. */
export function packNgrams(table: Ngrams): Buffer {
  const lines = Array.from({ length: LINES }, () => '');
  for (const [ngram, scores] of Object.entries(table)) {
    if (PARTING.test(ngram)) throw new Error('An n-gram holds a character that parts them.');
    // As JSON writes it, `{"3":5.1,"7":2}`, without its marks.
    const packed = JSON.stringify(scores).replaceAll(/[{}"]/g, '');
    lines[lineOf(ngram)] += `${ENTRY}${ngram}${SCORES}${packed}`;
  }
  const bytes = lines.map((line) => Buffer.from(`${line}${ENTRY}`));
  const head = Buffer.alloc(HEAD_BYTES);
  let place = 0;
  for (const [at, line] of bytes.entries()) {
    head.writeUInt32LE(place, PLACE_BYTES * at);
    place += line.length;
  }
  head.writeUInt32LE(place, PLACE_BYTES * LINES);
  return Buffer.concat([head, ...bytes]);
}

/** `read` gives the bytes, and is asked once, by the first n-gram. */
export function openNgrams(read: () => Buffer): Ngrams {
  let packed: Buffer | null = null;
  const get = (_: Ngrams, ngram: string | symbol) => {
    if (typeof ngram !== 'string') return undefined;
    packed ??= read();
    return scoresOf(lineAt(packed, lineOf(ngram)), ngram);
  };
  return new Proxy<Ngrams>({}, { get });
}

function lineAt(packed: Buffer, line: number): string {
  const [from, until] = [packed.readUInt32LE(PLACE_BYTES * line), packed.readUInt32LE(PLACE_BYTES * (line + 1))];
  return packed.toString('utf8', HEAD_BYTES + from, HEAD_BYTES + until);
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
