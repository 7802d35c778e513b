/**
 * Who carries this text, paragraph by paragraph. In: an article or a story. Out: columns in time order, paragraphs as rows, what each
 * column has of each. Promise: every paragraph of every column is in one row; the base is the one that was asked for, else the earliest.
 */
import { COPIES } from '../../shared/core/copies/kinship.ts';
import { alignParagraphs, type ParagraphEntry } from '../../shared/core/copies/paragraph-map.ts';
import { wordDiff } from '../../shared/core/copies/word-diff.ts';
import { foldedText } from '../../shared/core/fingerprint.ts';
import type { ArticleRecord } from '../../shared/core/record.ts';
import { findArticles, type QueryPorts } from '../../shared/pipeline/query.ts';
import { sharedPassages } from '../../shared/pipeline/query-passages.ts';
import { findStory, type StoryView } from '../../shared/pipeline/query-story.ts';
import { type Answer, json, nothing } from './answer.ts';
import type { CopiesMap, CopyCell, CopyColumn, CopyRow } from './shapes.ts';

/** Columns that anybody compares by eye; the rest are counted. */
const MOST_COLUMNS = 20;
const MOST_PASSAGES = 20;

export async function copies(id: string, query: QueryPorts): Promise<Answer> {
  const story = await findStory(id, query.table, query.feeds);
  if (story === null)
    return nothing('There is no story of this id now. A story is found a moment after its articles are stored.');
  const members = withAsked(id, story);
  const records = await findArticles(
    members.map(({ articleId }) => articleId),
    query,
  );
  const base = Math.max(
    0,
    records.findIndex((record) => record.id === id),
  );
  const passages = id.startsWith('art_') ? await sharedPassages(id, query, COPIES) : [];
  const map: CopiesMap = {
    storyId: story.story.storyId,
    base,
    ...mapOf(records, base, story),
    more: story.members.length - records.length,
    passages: passages.slice(0, MOST_PASSAGES).map(({ id: other, publisher, coverage }) => ({
      ...{ id: other, publisher, coverage: Math.round(100 * coverage) },
    })),
  };
  return json(map);
}

/** The earliest, and the one that was asked for whatever its date. */
function withAsked(id: string, { members }: StoryView) {
  const earliest = members.slice(0, MOST_COLUMNS);
  const asked = members.find(({ articleId }) => articleId === id);
  if (asked === undefined || earliest.includes(asked)) return earliest;
  return [...earliest.slice(0, -1), asked];
}

/** One paragraph of one column that the base has not. */
interface Extra {
  /** Place of the base's paragraph that it follows, from 1; 0: it comes first. */
  readonly after: number;
  readonly text: string;
  readonly column: number;
}

function mapOf(records: readonly ArticleRecord[], base: number, story: StoryView): Pick<CopiesMap, 'columns' | 'rows'> {
  const own = paragraphsOf(records[base]);
  const cells: CopyCell[][] = own.map(() => []);
  const extras: Extra[] = [];
  const columns = records.map((record, column): CopyColumn => {
    const theirs = paragraphsOf(record);
    const { entries, coverageA, coverageB } = alignParagraphs(own, theirs);
    let after = 0;
    for (const { inA, inB, ...entry } of entries) {
      const text = theirs[inB ?? -1] ?? '';
      if (inA !== null) after = inA + 1;
      if (inA !== null && inB !== null) cells[inA]?.push(cellOf(column, { inA, inB, ...entry }, own[inA] ?? '', text));
      else if (inB !== null) extras.push({ after, text, column });
    }
    return columnOf(record, story, coverageA, coverageB);
  });
  const rows = own.map((text, at): CopyRow => ({ text, number: at + 1, cells: cells[at] ?? [] }));
  const added = extraRows(extras);
  const leading = added.filter(({ after }) => after === 0).map(({ row }) => row);
  const following = (number: number | null) => added.filter(({ after }) => after === number).map(({ row }) => row);
  return { columns, rows: [...leading, ...rows.flatMap((row) => [row, ...following(row.number)])] };
}

function cellOf(column: number, { kind, moved }: ParagraphEntry, own: string, theirs: string): CopyCell {
  if (kind === 'edited') return { column, kind, pieces: wordDiff(own, theirs) };
  return { column, kind: moved ? 'moved' : 'identical', pieces: null };
}

/** The same addition in several columns is one row, where it stands first. */
function extraRows(extras: readonly Extra[]) {
  const rows = new Map<string, { readonly after: number; readonly row: CopyRow }>();
  for (const { after, text, column } of extras) {
    const name = foldedText(text);
    const known = rows.get(name);
    const cell: CopyCell = { column, kind: 'added', pieces: null };
    const cells = [...(known?.row.cells ?? []), cell];
    rows.set(name, { after: known?.after ?? after, row: { text: known?.row.text ?? text, number: null, cells } });
  }
  return [...rows.values()];
}

function columnOf(record: ArticleRecord, { story, members }: StoryView, has: number, from: number): CopyColumn {
  const { id, headline, publisher, published, sortDate, copyOf } = record;
  const disputed = members.some(({ articleId, disputed }) => articleId === id && disputed);
  return {
    ...{ id, headline, publisher: publisher?.name ?? null, at: sortDate.utc, has, from },
    dateStatus: disputed ? 'disputed' : published.status,
    first: story.first?.id === id,
    relation: copyOf?.relation ?? null,
  };
}

function paragraphsOf(record: ArticleRecord | undefined): readonly string[] {
  return record?.body.map(({ text }) => text) ?? [];
}
