/**
 * Ninety days of invented news. In: a number of articles and a seed. Out: what happens to the bucket, in the order of time. Promise: the
 * same numbers give the same bytes; one text is carried by a great many outlets, one happening is told in a great many stories.
 */
import type { Upload } from '../../../shared/aws/store.ts';
import { type Chance, chanceOf } from './chance.ts';
import { editedAt } from './edits.ts';
import { FETCHED_MS, fileOf, type Telling } from './file.ts';
import { type Happening, happeningOf, type Piece, pieceOf } from './happening.ts';
import { someOutlet } from './outlets.ts';
import { AGENCIES } from './words.ts';

export type Step =
  | { readonly kind: 'put'; readonly atMs: number; readonly upload: Upload }
  | { readonly kind: 'remove'; readonly atMs: number; readonly key: string };

export const FIRST_MS = Date.UTC(2026, 2, 1);
export const DAYS = 90;
const DAY_MS = 24 * 60 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;
/** The famous text is carried by so many outlets, the great happening told in so many stories; less in a small store. */
const MOST_COPIES = 500;
const MOST_STORIES = 60;
/** Shares of all articles. */
const REVISED = 0.03;
const REMOVED = 0.005;
const REFUSED = 0.01;
const EMBARGOED = 0.003;
const UNDATED = 0.02;
const GERMAN = 0.2;

export function planOf(articles: number, seed: number): readonly Step[] {
  const chance = chanceOf(seed);
  const tellings = [...famousText(articles, chance), ...greatHappening(articles, chance)];
  while (tellings.length < articles) tellings.push(...coverage(chance));
  const numbered = tellings.slice(0, articles).map((telling, number) => ({ ...telling, number }));
  const steps = numbered.flatMap((telling) => stepsOf(telling, chance));
  return steps.sort((a, b) => a.atMs - b.atMs);
}

/** Copied word for word, cut from the end, and edited. */
function famousText(articles: number, chance: Chance): readonly Telling[] {
  const atMs = FIRST_MS + 60 * DAY_MS + 7 * HOUR_MS;
  const piece = pieceOf(happeningOf('en', chance), chance);
  const copies = Math.min(MOST_COPIES, Math.ceil(articles / 20));
  return Array.from({ length: copies }, (_, at) =>
    tellingOf(at === 0 ? piece : editedAt(piece, chance), atMs + at * 5 * 60_000, chance, 'AP'),
  );
}

function greatHappening(articles: number, chance: Chance): readonly Telling[] {
  const happening = happeningOf('en', chance);
  const stories = Math.min(MOST_STORIES, Math.ceil(articles / 50));
  return Array.from({ length: stories }, (_, at) =>
    tellingOf(pieceOf(happening, chance), FIRST_MS + 75 * DAY_MS + at * HOUR_MS, chance),
  );
}

/** What is told of one happening: mostly one story, mostly by one outlet. */
function coverage(chance: Chance): readonly Telling[] {
  const happening = happeningOf(chance.is(GERMAN) ? 'de' : 'en', chance);
  const startMs = FIRST_MS + chance.next() * (DAYS - 3) * DAY_MS;
  const stories = chance.is(0.2) ? chance.between(2, 5) : 1;
  return Array.from({ length: stories }, () => storyOf(happening, startMs + chance.next() * DAY_MS, chance)).flat();
}

function storyOf(happening: Happening, atMs: number, chance: Chance): readonly Telling[] {
  const piece = pieceOf(happening, chance);
  const copies = chance.is(0.75) ? 1 : chance.is(0.9) ? chance.between(2, 5) : chance.between(6, 30);
  const agency = copies > 1 ? chance.pick(AGENCIES).code : null;
  return Array.from({ length: copies }, (_, at) =>
    tellingOf(at === 0 ? piece : editedAt(piece, chance), atMs + at * chance.between(2, 40) * 60_000, chance, agency),
  );
}

function tellingOf(piece: Piece, atMs: number, chance: Chance, agency: string | null = null): Telling {
  const outlet = someOutlet(piece.language, chance);
  const whole = Math.round(atMs / 60_000) * 60_000;
  return {
    ...{ piece, outlet, atMs: whole, agency, number: 0, author: chance.pick(outlet.authors) },
    date: chance.is(UNDATED) ? 'missing' : 'stated',
    embargo: chance.is(EMBARGOED) ? '2099-01-01T00:00:00Z' : null,
  };
}

/** The article; now and then its revision or its removal, and something beside it that is no article. */
function stepsOf(telling: Telling, chance: Chance): readonly Step[] {
  const upload = fileOf(telling);
  const atMs = telling.atMs + FETCHED_MS;
  const steps: Step[] = [{ kind: 'put', atMs, upload }];
  if (chance.is(REVISED)) steps.push({ kind: 'put', atMs: atMs + 3 * HOUR_MS, upload: revised(telling, chance) });
  if (chance.is(REMOVED)) steps.push({ kind: 'remove', atMs: atMs + 5 * HOUR_MS, key: upload.key });
  if (chance.is(REFUSED)) steps.push({ kind: 'put', atMs, upload: refused(telling.number) });
  return steps;
}

function revised(telling: Telling, chance: Chance): Upload {
  const { headline, paragraphs } = telling.piece;
  const piece = { ...telling.piece, headline: `${headline} again`, paragraphs: paragraphs.slice(0, -1) };
  const captured = new Date(telling.atMs + FETCHED_MS + 3 * HOUR_MS).toISOString();
  const later = fileOf({
    ...telling,
    piece: chance.is(0.5) ? { ...telling.piece, paragraphs: piece.paragraphs } : piece,
  });
  // The address and the key stay: it is the same page, fetched once more.
  const { key, metadata } = fileOf(telling);
  return { ...later, key, metadata: { ...metadata, 'captured-at': captured } };
}

function refused(number: number): Upload {
  return { key: `incoming/uploads/minutes-${number}.pdf`, metadata: {}, bytes: Buffer.from(`%PDF-1.7 ${number}`) };
}
