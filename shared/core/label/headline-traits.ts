/**
 * What can be said of a line that may be the headline, as numbers from 0 to 1 with names that a person understands.
 * In: the lines before the text and the text's words. Out: the traits, to be weighed by `headline-weights.ts`.
 * Promise: a trait looks at the line, its neighbours and the words of the text; it knows no site and no language.
 */
import type { Line } from './draft.ts';
import type { HeadlineScene } from './headline-scene.ts';

export type Traits = Readonly<Record<string, number>>;

/** In groups, since one object of so many names takes longer to put together than to fill. No name is in two. */
export function traitsOf(line: Line, scene: HeadlineScene): readonly Traits[] {
  return [
    wordTraits(line, scene),
    shapeTraits(line),
    placeTraits(line, scene),
    neighbourTraits(line, scene),
    repeatTraits(line, scene),
  ];
}

const BEST_MARGIN = 0.001;

/** How many of its words return in the text, the page's own words counting less. */
function wordTraits(line: Line, scene: HeadlineScene): Traits {
  const own = scene.overlapAt(line.index);
  const next = scene.overlapAt(line.index + 1);
  const before = scene.overlapAt(line.index - 1);
  return {
    shared: own.share,
    sharedSquared: own.share * own.share,
    sharedEarly: own.early,
    sharedCount: Math.min(own.known, 10) / 10,
    sharedBest: own.share * Math.min(1, own.known / 4) >= scene.bestOverlap - BEST_MARGIN ? 1 : 0,
    sharedNone: own.known === 0 ? 1 : 0,
    nextSharesMore: Math.max(0, next.share - own.share),
    beforeSharesMore: Math.max(0, before.share - own.share),
    nextAlike: scene.likeness(line.index, line.index + 1),
    beforeAlike: scene.likeness(line.index, line.index - 1),
  };
}

const LENGTHS = stepsOf('words', [2, 3, 4, 5, 7, 9, 13, 17, 21, 26, 32]);

function shapeTraits({ text, words, phrase, score }: Line): Traits {
  const last = text.slice(-1);
  // A stop may stand before the quotation mark that closes the line.
  const closes = '"”’»'.includes(last);
  const sign = closes ? text.slice(-2, -1) : last;
  return {
    [stepOf(words, LENGTHS)]: 1,
    stop: sign === '.' || sign === '。' ? 1 : 0,
    asks: sign === '?' || sign === '？' ? 1 : 0,
    shouts: sign === '!' || sign === '！' ? 1 : 0,
    colonEnd: last === ':' || last === '：' ? 1 : 0,
    cut: last === '…' || text.endsWith('...') ? 1 : 0,
    bracketEnd: ')]）】'.includes(last) ? 1 : 0,
    colonInside: /[:：]/.test(text) && /.[:：] ?./.test(text) ? 1 : 0,
    bar: /[|>›»•·]/.test(text) ? 1 : 0,
    slash: text.includes('/') && /\p{L}\/\p{L}/u.test(text) ? 1 : 0,
    small: /^\p{Ll}/u.test(text) ? 1 : 0,
    quoteStart: /^["“„«‘']/.test(text) ? 1 : 0,
    title: titleCase(text),
    phraseStart: phrase === null ? 0 : 1,
    score: Math.min(1, score * 2),
    scoreLow: score < 0.02 ? 1 : 0,
  };
}

/** Share of the longer words that begin with a capital. */
function titleCase(text: string): number {
  const words = text
    .slice(0, 200)
    .split(' ')
    .filter((word) => word.length > 3);
  if (words.length < 3) return 0;
  return words.filter((word) => /^["“‘']?\p{Lu}/u.test(word)).length / words.length;
}

const FAR = stepsOf('far', [1, 2, 3, 4, 6, 9, 13, 20, 30, 45]);
const FACT_IN = stepsOf('factIn', [1, 2, 3, 4, 6, 10]);
const FACT_AGO = stepsOf('factAgo', [1, 2, 3, 6, 12]);

function placeTraits(line: Line, scene: HeadlineScene): Traits {
  const next = scene.factAfter(line.index);
  const before = scene.factBefore(line.index);
  return {
    [stepOf(scene.until - line.index, FAR)]: 1,
    [next === null ? 'factInNone' : stepOf(next - line.index, FACT_IN)]: 1,
    [before === null ? 'factAgoNone' : stepOf(line.index - before, FACT_AGO)]: 1,
    afterText: line.index >= scene.until ? 1 : 0,
    firstLine: line.index === 0 ? 1 : 0,
    topLines: line.index > 0 && line.index < 4 ? 1 : 0,
  };
}

const SHORT_WORDS = 3;

function neighbourTraits(line: Line, scene: HeadlineScene): Traits {
  const next = scene.line(line.index + 1);
  const before = scene.line(line.index - 1);
  const plausible = (other: Line | undefined) => (other === undefined ? false : scene.isPlausible(other));
  return {
    underPlausible: plausible(before) ? 1 : 0,
    underPlausible2: !plausible(before) && plausible(scene.line(line.index - 2)) ? 1 : 0,
    abovePlausible: plausible(next) ? 1 : 0,
    opensGroup: before === undefined || before.words <= SHORT_WORDS || before.phrase !== null ? 1 : 0,
    kicker: line.words <= 4 && plausible(next) && (next?.words ?? 0) > line.words + 2 ? 1 : 0,
    underFact: scene.factBefore(line.index) === line.index - 1 ? 1 : 0,
    beforeShort: before !== undefined && before.words <= SHORT_WORDS ? 1 : 0,
    nextPhrase: next !== undefined && next.phrase !== null ? 1 : 0,
    nextShort: next !== undefined && next.words <= SHORT_WORDS ? 1 : 0,
    nextLonger: next !== undefined && next.words > line.words && next.words <= 60 ? 1 : 0,
    nextStops: next !== undefined && next.words > 6 && /[.。]$/.test(next.text) ? 1 : 0,
    beforeLonger: before !== undefined && before.words > line.words ? 1 : 0,
    beforeStops: before !== undefined && before.words > 6 && /[.。]$/.test(before.text) ? 1 : 0,
    inRun: Math.min(scene.runAround(line.index), 8) / 8,
  };
}

function repeatTraits(line: Line, scene: HeadlineScene): Traits {
  const { before, after } = scene.copies(line);
  return {
    againBefore: before > 0 ? 1 : 0,
    againAfter: after > 0 ? 1 : 0,
    againOften: before + after > 2 ? 1 : 0,
    partOfBefore: scene.isPartOfOther(line) ? 1 : 0,
  };
}

/** Named once: a name that is put together anew is looked for among all that the program knows, each time. */
interface Steps {
  readonly least: readonly number[];
  readonly names: readonly string[];
  readonly below: string;
}

function stepsOf(name: string, least: readonly number[]): Steps {
  return { least, names: least.map((step) => `${name}${step}`), below: `${name}Less` };
}

/** `stepOf(5, stepsOf('far', [1, 4, 9]))` //=> `'far4'`: the last step that is reached. */
function stepOf(value: number, { least, names, below }: Steps): string {
  for (let at = least.length - 1; at >= 0; at -= 1) if (value >= (least[at] ?? 0)) return names[at] ?? below;
  return below;
}
