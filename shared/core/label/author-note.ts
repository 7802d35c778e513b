/**
 * Who the author is, said below the article: `Anna Lee is a reporter who …`.
 * Promise: only a line that begins with a name of the byline, at the end of the text or after it; no news text speaks of its
 * own author like that.
 */
import { type Byline, readByline } from '../read/byline.ts';
import type { Draft, Line } from './draft.ts';
import { headlineIndex } from './headline.ts';
import { bylineOf, factsOf } from './readings.ts';
import { bodySpan } from './span.ts';

/** Lines below the headline in which the byline stands. */
const BELOW = 12;
/** Lines at the end of the text, and after it. */
const REACH = { before: 3, after: 12 } as const;
const NOTE_WORDS = { fewest: 5, most: 90 } as const;
/** The text before the note. */
const LEAST_BODY = 4;

export function labelAuthorNote(draft: Draft): void {
  const { first, last } = bodySpan(draft);
  const headline = headlineIndex(draft);
  if (headline === null || last - first < LEAST_BODY) return;
  const ends = draft.lines.slice(Math.max(first + LEAST_BODY, last + 1 - REACH.before), last + 1 + REACH.after);
  const notes = ends.filter(({ words }) => words >= NOTE_WORDS.fewest && words <= NOTE_WORDS.most);
  if (notes.length === 0) return;
  // A name is read only where a note begins with a word of its line: nearly no text has a note.
  const openings = notes.map(({ text }) => text.split(' ', 1)[0] ?? '');
  const names = draft.lines
    .slice(headline + 1, Math.min(first, headline + BELOW))
    .filter(({ text }) => openings.some((word) => text.includes(word)))
    .flatMap(namesIn);
  for (const { index, text } of notes)
    if (names.some((name) => text.startsWith(`${name} `))) draft.put(index, 'footer.author', 'tail.author');
}

function namesIn(line: Line): readonly string[] {
  const { text } = line;
  if (text.length > 120) return [];
  const byline: Byline | null = bylineOf(line) ?? factsOf(line)?.byline ?? readByline(text, null, { asNameLine: true });
  return byline?.names.filter(({ kind }) => kind === 'person').map(({ name }) => name) ?? [];
}
