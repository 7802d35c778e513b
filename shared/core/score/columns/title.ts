/**
 * How blocks relate to the headline. Facts come in, columns go out. The headline is whatever the page's metadata offers; in
 * plain text nothing is offered, and the columns count from the first heading-like line that prose follows.
 */
import type { Candidate } from '../../block.ts';
import { type Columns, column, log, ratio } from '../columns.ts';
import { ENDING } from '../ending.ts';
import type { Facts } from '../facts.ts';

const TOKEN = /[\p{L}\p{N}]+/gu;
/** A headline is never longer, so longer blocks are not compared with it. */
const TITLE_CHARS = 300;
const CANDIDATES = 8;

interface Likeness {
  readonly ofBlock: number;
  readonly ofTitle: number;
}

const UNLIKE: Likeness = { ofBlock: 0, ofTitle: 0 };

function tokensOf(text: string): readonly string[] {
  return text.slice(0, TITLE_CHARS).toLowerCase().match(TOKEN) ?? [];
}

/** What the page shows as its headline is a block itself and would only be compared with itself. */
function isTitle({ field, source }: Candidate): boolean {
  return field === 'headline' && (source === 'json-ld' || source === 'meta' || source === 'title');
}

export function titleColumns(columns: Columns, facts: Facts): number {
  const titles = facts.page.candidates.filter(isTitle).slice(0, CANDIDATES);
  const sets = [...new Set(titles.map((title) => title.value))].map((value) => new Set(tokensOf(value)));
  const likeness = facts.blocks.map((block) => (block.text.length > TITLE_CHARS ? UNLIKE : likest(block.text, sets)));
  column(columns, 'title.ofBlock', facts.size, (i) => likeness[i]?.ofBlock ?? 0);
  column(columns, 'title.ofTitle', facts.size, (i) => likeness[i]?.ofTitle ?? 0);
  const headline = headlineIndex(facts, likeness);
  sinceColumns(facts, headline, columns);
  return headline;
}

function likest(text: string, titles: readonly ReadonlySet<string>[]): Likeness {
  if (titles.length === 0) return UNLIKE;
  const tokens = tokensOf(text);
  let best = UNLIKE;
  for (const title of titles) {
    const shared = tokens.reduce((count, token) => (title.has(token) ? count + 1 : count), 0);
    const here = { ofBlock: ratio(shared, tokens.length), ofTitle: Math.min(1, ratio(shared, title.size)) };
    if (here.ofBlock + here.ofTitle > best.ofBlock + best.ofTitle) best = here;
  }
  return best;
}

/** The block most like a title; a heading before others, the last of equals before the prose. -1 when nothing is like one. */
export function headlineIndex(facts: Facts, likeness: readonly Likeness[]): number {
  let best = 1.2;
  let found = -1;
  for (let i = 0; i < facts.size; i += 1) {
    const like = likeness[i] ?? UNLIKE;
    const tag = facts.blocks[i]?.tag ?? '';
    const score = like.ofBlock + like.ofTitle + (tag === 'h1' ? 0.4 : tag === 'h2' ? 0.2 : 0) - (0.2 * i) / facts.size;
    if (score > best) {
      best = score;
      found = i;
    }
  }
  return found;
}

/** What has been seen since the headline: another article begins with another heading and another date. */
function sinceColumns(facts: Facts, headline: number, columns: Columns): void {
  const { size, blocks, endings } = facts;
  column(columns, 'title.found', size, () => (headline >= 0 ? 1 : 0));
  column(columns, 'title.distance', size, (i) => (headline >= 0 ? log(i - headline) : -9));
  let headings = 0;
  let dates = 0;
  let prose = 0;
  const dateLike = (i: number) =>
    (facts.words[i] ?? 0) < 15 && ((endings[i] ?? 0) & (ENDING.clock | ENDING.year)) !== 0;
  const headingsSince = new Float32Array(size);
  const datesSince = new Float32Array(size);
  const proseSince = new Float32Array(size);
  for (let i = Math.max(0, headline + 1); i < size; i += 1) {
    const tag = blocks[i]?.tag ?? '';
    if (tag.length === 2 && tag.startsWith('h') && tag !== 'hr') headings += 1;
    if (dateLike(i)) dates += 1;
    headingsSince[i] = log(headings);
    datesSince[i] = log(dates);
    proseSince[i] = log(prose);
    prose += facts.prose[i] ?? 0;
  }
  column(columns, 'title.headingsSince', size, (i) => headingsSince[i] ?? 0);
  column(columns, 'title.datesSince', size, (i) => datesSince[i] ?? 0);
  column(columns, 'title.proseSince', size, (i) => proseSince[i] ?? 0);
}
