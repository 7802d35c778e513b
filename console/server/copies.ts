/**
 * Who carries this text, paragraph by paragraph. In: an article or a story. Out: columns in time order, paragraphs as rows, what each
 * column has of each. Promise: every paragraph of every column is in one row; the base is the one that was asked for, else the first.
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
import { columnOf } from './copy-column.ts';
import type { CopiesMap, CopyCell, CopyColumn, CopyRow } from './copy-shapes.ts';

/** Columns that anybody compares by eye; the rest are counted. */
const MOST_COLUMNS = 20;
const MOST_PASSAGES = 20;

export async function copies(id: string, query: QueryPorts, at: string): Promise<Answer> {
  const story = await findStory(id, query.table, query.feeds);
  if (story === null)
    return nothing('There is no story of this id now. A story is found a moment after its articles are stored.');
  const members = membersShown(id, story);
  const records = await findArticles(
    members.map(({ articleId }) => articleId),
    query,
  );
  const asked = [id, story.story.first?.id].map((own) => records.findIndex((record) => record.id === own));
  const base = asked.find((place) => place >= 0) ?? 0;
  const passages = id.startsWith('art_') ? await sharedPassages(id, query, COPIES) : [];
  const map: CopiesMap = {
    storyId: story.story.storyId,
    base,
    ...mapOf(records, base, { story, at }),
    providers: [...new Set(records.flatMap(({ provider }) => provider?.name ?? []))].sort(),
    more: story.members.length - records.length,
    passages: passages.slice(0, MOST_PASSAGES).map(({ id: other, publisher, coverage, coverageOfOther }) => ({
      ...{ id: other, publisher, coverage: Math.round(100 * coverage) },
      coverageOfOther: Math.round(100 * coverageOfOther),
    })),
  };
  return json(map);
}

/** The earliest, and whatever their dates the one that was asked for and the one that was first. */
function membersShown(id: string, { members, story }: StoryView): StoryView['members'] {
  const wanted = members.filter(({ articleId }) => articleId === id || articleId === story.first?.id);
  const others = members.filter((member) => !wanted.includes(member)).slice(0, MOST_COLUMNS - wanted.length);
  const shown = new Set([...wanted, ...others]);
  return members.filter((member) => shown.has(member));
}

/** One paragraph of one column that the base has not. */
interface Extra {
  /** Place of the base's paragraph that it follows, from 1; 0: it comes first. */
  readonly after: number;
  readonly text: string;
  readonly column: number;
}

interface Told {
  readonly story: StoryView;
  /** Now. */
  readonly at: string;
}

function mapOf(records: readonly ArticleRecord[], base: number, told: Told): Pick<CopiesMap, 'columns' | 'rows'> {
  const own = paragraphsOf(records[base]);
  const cells: CopyCell[][] = own.map(() => []);
  const extras: Extra[] = [];
  const columns = records.map((record, column): CopyColumn => {
    const theirs = paragraphsOf(record);
    const map = alignParagraphs(own, theirs);
    let after = 0;
    for (const { inA, inB, ...entry } of map.entries) {
      const text = theirs[inB ?? -1] ?? '';
      if (inA !== null) after = inA + 1;
      if (inA !== null && inB !== null) cells[inA]?.push(cellOf(column, { inA, inB, ...entry }, own[inA] ?? '', text));
      else if (inB !== null) extras.push({ after, text, column });
    }
    return columnOf(record, map, { base: records[base] ?? record, ...told });
  });
  const language = columns[base]?.language ?? null;
  const rows = own.map((text, at): CopyRow => ({ text, language, number: at + 1, cells: cells[at] ?? [] }));
  const added = extraRows(extras, columns);
  const leading = added.filter(({ after }) => after === 0).map(({ row }) => row);
  const following = (number: number | null) => added.filter(({ after }) => after === number).map(({ row }) => row);
  return { columns, rows: [...leading, ...rows.flatMap((row) => [row, ...following(row.number)])] };
}

function cellOf(column: number, { kind, moved }: ParagraphEntry, own: string, theirs: string): CopyCell {
  if (kind === 'edited') return { column, kind, moved, pieces: wordDiff(own, theirs) };
  return { column, kind: moved ? 'moved' : 'identical', moved, pieces: null };
}

/** The same addition in several columns is one row, where it stands first. */
function extraRows(extras: readonly Extra[], columns: readonly CopyColumn[]) {
  const rows = new Map<string, { readonly after: number; readonly row: CopyRow }>();
  for (const { after, text, column } of extras) {
    const name = foldedText(text);
    const known = rows.get(name);
    const cell: CopyCell = { column, kind: 'added', moved: false, pieces: null };
    const row = known?.row ?? { text, language: columns[column]?.language ?? null, number: null, cells: [] };
    rows.set(name, { after: known?.after ?? after, row: { ...row, cells: [...row.cells, cell] } });
  }
  return [...rows.values()];
}

function paragraphsOf(record: ArticleRecord | undefined): readonly string[] {
  return record?.body.map(({ text }) => text) ?? [];
}
