/**
 * What an outlet prints again and again. In: its pages, each with every line and its label. Out: the lines that several of its stories
 * share, the most frequent first. Promise: a function of the set of pages; copies of one story count as one.
 */
import { NO_PROFILE, type OutletProfile } from './document.ts';
import type { ExplainedLine } from './explain.ts';
import { fold } from './label/fold.ts';
import { isBody, type Label } from './label.ts';
import { compareText } from './url.ts';

export interface ReadPage {
  /** What the page tells; a line that only copies of one story share is that story's own. */
  readonly story: string;
  readonly lines: readonly ExplainedLine[];
}

export interface RepeatedLine {
  /** As it stands on the first page by story. */
  readonly text: string;
  /** The most frequent one. */
  readonly label: Label;
  readonly stories: number;
  /** Stories in whose text it was left. */
  readonly inBody: number;
}

/** Two stories may share a line by chance or by topic. */
export const FEWEST_STORIES = 3;
/** And of many stories a few may; the line of an outlet stands on a tenth of them at least. */
const LEAST_SHARE = 0.1;
/** More nobody reads, and a profile has no use for them. */
export const MOST_REPEATED = 200;
/** A whole sentence that several stories share is nobody's reporting; a short heading, `What we know`, may be. */
const SENTENCE_WORDS = 6;

interface Seen {
  readonly text: string;
  readonly labels: Map<Label, number>;
  inBody: number;
  stories: number;
}

export function repeatedLines(pages: readonly ReadPage[]): readonly RepeatedLine[] {
  const byStory = new Map<string, readonly ExplainedLine[]>();
  for (const { story, lines } of [...pages].sort((a, b) => compareText(a.story, b.story)))
    byStory.set(story, [...(byStory.get(story) ?? []), ...lines]);
  const seen = new Map<string, Seen>();
  for (const lines of byStory.values()) for (const [folded, labels] of labelsByLine(lines)) note(seen, folded, labels);
  const fewest = Math.max(FEWEST_STORIES, Math.ceil(LEAST_SHARE * byStory.size));
  return [...seen.values()]
    .filter(({ stories }) => stories >= fewest)
    .map(({ text, labels, inBody, stories }) => ({ text, label: mostOf(labels), stories, inBody }))
    .sort((a, b) => b.stories - a.stories || compareText(a.text, b.text))
    .slice(0, MOST_REPEATED);
}

/** The profile that drops them by name. Names of people and captions repeat too, and are no boilerplate. */
export function profileOf(repeated: readonly RepeatedLine[]): OutletProfile {
  const lines = repeated.filter(({ text, label }) => isFurniture(label) || (isBody(label) && isSentence(text)));
  return { ...NO_PROFILE, boilerplate: lines.map(({ text }) => text) };
}

function isFurniture(label: Label): boolean {
  return !isBody(label) && !label.startsWith('meta.') && !label.startsWith('media.');
}

function isSentence(text: string): boolean {
  return text.split(' ').length >= SENTENCE_WORDS;
}

interface Line {
  readonly text: string;
  readonly labels: readonly Label[];
}

/** A line that stands on a page twice counts once. */
function labelsByLine(lines: readonly ExplainedLine[]): ReadonlyMap<string, Line> {
  const found = new Map<string, Line>();
  for (const { text, label } of lines.flatMap(({ pieces }) => pieces)) {
    const folded = fold(text);
    if (!/\p{L}/u.test(folded)) continue;
    const key = isBody(label) ? `${folded}${figuresOf(text)}` : folded;
    const known = found.get(key);
    found.set(key, { text: known?.text ?? text, labels: [...(known?.labels ?? []), label] });
  }
  return found;
}

/** In a counter any figure may stand; in a sentence of the text the figure is the news, and the words around it a template. */
function figuresOf(text: string): string {
  return text.replaceAll(/\P{Nd}+/gu, ' ').trimEnd();
}

function note(seen: Map<string, Seen>, folded: string, { text, labels }: Line): void {
  const known = seen.get(folded) ?? { text, labels: new Map<Label, number>(), inBody: 0, stories: 0 };
  known.stories += 1;
  if (labels.some(isBody)) known.inBody += 1;
  for (const label of new Set(labels)) known.labels.set(label, (known.labels.get(label) ?? 0) + 1);
  seen.set(folded, known);
}

function mostOf(labels: ReadonlyMap<Label, number>): Label {
  const [first] = [...labels].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
  return first?.[0] ?? 'other';
}
