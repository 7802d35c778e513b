/** What a take-down removed, or would remove. In: a plan and, when it is done, what came of it. Out: a receipt without a word of the article. */
import type { Plan } from '../../shared/pipeline/plan-take-down.ts';
import type { Taken } from '../../shared/pipeline/take-down.ts';
import { visible } from './visible.ts';

export interface Receipt {
  readonly state: 'taken-down' | 'would-be-taken-down';
  readonly articleIds: readonly string[];
  readonly at: string;
  readonly reason: string;
  /** It was down before; what was left of it was removed. */
  readonly again: boolean;
  readonly keys: readonly string[];
  /** Null before it is done. */
  readonly removed: Removed | null;
  readonly texts: number;
  readonly stories: readonly string[];
  /** Articles with the identical text that stay. */
  readonly copies: readonly { readonly articleId: string; readonly publisher: string | null }[];
}

export interface TakenEverywhere extends Taken {
  /** Removed from other places, by their names. */
  readonly elsewhere: Readonly<Record<string, number>>;
}

interface Removed {
  /** Versions and delete markers in the bucket, by key. */
  readonly versions: Readonly<Record<string, number>>;
  readonly records: number;
  /** Records too long for a row, in the bucket. */
  readonly longRecords: number;
  readonly elsewhere: Readonly<Record<string, number>>;
}

export function receiptOf(plan: Plan, taken: TakenEverywhere | null, name: string): Receipt {
  const { decisions, keys, storyIds, copies, again } = plan;
  const [first] = decisions;
  if (first === undefined) throw new Error(`no decision on ${name}`);
  return {
    state: taken === null ? 'would-be-taken-down' : 'taken-down',
    articleIds: decisions.map(({ articleId }) => articleId),
    ...{ at: first.at, reason: first.reason, again, keys },
    removed: taken === null ? null : removedBy(taken),
    texts: new Set(decisions.flatMap(({ texts }) => texts.map(({ textId }) => textId))).size,
    stories: storyIds,
    copies,
  };
}

function removedBy({ objects, bodies, elsewhere }: TakenEverywhere): Removed {
  const byKey = Map.groupBy(
    objects.flatMap(({ versions }) => versions),
    ({ key }) => key,
  );
  return {
    versions: Object.fromEntries([...byKey].map(([key, versions]) => [key, versions.length])),
    records: objects.filter(({ emptied }) => emptied).length,
    longRecords: new Set([...objects.flatMap((object) => object.bodies), ...bodies]).size,
    elsewhere,
  };
}

const MOST_COPIES = 20;

export function receiptLines(receipt: Receipt): readonly string[] {
  const { state, articleIds, at, reason, again, keys, removed, texts, stories } = receipt;
  const done = state === 'taken-down';
  return [
    `${done ? 'Taken down' : 'Would be taken down'}: ${articleIds.join(', ')}`,
    `  ${done ? 'on' : 'by a tombstone of'} ${at}: ${visible(reason)}`,
    ...(again ? ['  It was taken down before; this removes what is left'] : []),
    ...(removed === null ? keys.map((key) => `  all versions of ${visible(key)} that hold it`) : removedLines(removed)),
    `  its record, versions and prints, ${counted(texts, 'text')}, and its places in ${counted(stories.length, 'story', 'stories')}`,
    ...copyLines(receipt),
    ...(done
      ? [`  Uploads of it are held back from now on. See: wirefold show ${articleIds[0]}`]
      : ['  Nothing has been changed so far']),
  ];
}

function removedLines({ versions, records, longRecords, elsewhere }: Removed): readonly string[] {
  const files = Object.entries(versions).map(
    ([key, count]) => `  ${visible(key)}: ${counted(count, 'version')} removed`,
  );
  const other = Object.entries(elsewhere).flatMap(([name, count]) => (count === 0 ? [] : [`  ${name}: ${count}`]));
  return [
    ...(files.length === 0 ? ['  no version of a file was left to remove'] : files),
    ...(records === 0 ? [] : [`  ${counted(records, 'stored record')} removed`]),
    ...(longRecords === 0 ? [] : [`  ${counted(longRecords, 'long record')} removed`]),
    ...other,
  ];
}

function copyLines({ copies, articleIds }: Receipt): readonly string[] {
  if (copies.length === 0) return [];
  const rest = copies.length - MOST_COPIES;
  return [
    `  ${counted(copies.length, 'other article carries', 'other articles carry')} the same text, and stay${copies.length === 1 ? 's' : ''}:`,
    ...copies
      .slice(0, MOST_COPIES)
      .map(({ articleId, publisher }) => `    ${articleId}${publisher === null ? '' : ` (${visible(publisher)})`}`),
    ...(rest > 0 ? [`    and ${rest} more (all with --json)`] : []),
    `    take them down too: wirefold forget ${articleIds[0]} --copies --reason "…"`,
  ];
}

function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
