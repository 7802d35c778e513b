/** `wirefold stories`: the stories of one day, in time order: how many carry each, and which event it belongs to. */
import { compareText } from '../../shared/core/url.ts';
import type { Page, QueryPorts } from '../../shared/pipeline/query.ts';
import { type DayStory, storiesOfDay, storiesPage } from '../../shared/pipeline/query-day.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { goOnWith } from '../max-items.ts';
import { marked } from '../output/held-back.ts';
import { openOutput } from '../output/output.ts';
import type { Column } from '../output/table.ts';

const COLUMNS: readonly Column[] = [
  { title: 'When', max: 18 },
  { title: 'Headline', max: 80, flexible: true },
  { title: 'Copies', max: 6 },
  { title: 'Outlets', max: 40 },
  { title: 'Story', max: 30 },
  { title: 'Event', max: 30 },
];

export interface StoriesOptions {
  /** `2026-01-02`; today when not given. In UTC. */
  readonly day?: string | undefined;
  readonly json: boolean;
  /** All of the day when not given. */
  readonly limit?: number | undefined;
  /** As a call before printed it. */
  readonly startingToken?: string | undefined;
}

export async function stories(options: StoriesOptions, ports: QueryPorts, io: Io): Promise<ExitCode> {
  const day = options.day ?? io.now().toISOString().slice(0, 10);
  const output = openOutput<DayStory>(COLUMNS, row, options, io);
  const reads = { ...ports, asOf: io.now().toISOString() };
  const isWhole = options.limit === undefined && options.startingToken === undefined;
  const { items, cursor } = isWhole ? await wholeDay(day, reads) : await someOf(day, options, reads);
  for (const story of items) if (!(await output.item(story))) return EXIT.ok;
  await output.end();
  if (cursor !== null) goOnWith(cursor, io);
  return EXIT.ok;
}

type DayReads = Parameters<typeof storiesOfDay>[1];

async function wholeDay(day: string, reads: DayReads) {
  return { items: await storiesOfDay(day, reads), cursor: null };
}

/** As many as are asked for, in time order among themselves: a day is kept in no order, and is not read to its end for some of it. */
async function someOf(
  day: string,
  { limit = Number.POSITIVE_INFINITY, startingToken = null }: Wanted,
  reads: DayReads,
) {
  const items: DayStory[] = [];
  let cursor: string | null = startingToken;
  do {
    const page: Page<DayStory> = await storiesPage(day, { limit: limit - items.length, cursor }, reads);
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== null && items.length < limit);
  return { items: items.sort((a, b) => compareText(a.listedAt, b.listedAt)), cursor };
}

interface Wanted {
  readonly limit?: number | undefined;
  readonly startingToken?: string | null | undefined;
}

function row(story: DayStory): readonly string[] {
  const { listedAt, published, headline, copies, outlets, storyId, eventId } = story;
  const when = `${listedAt.slice(0, 16).replace('T', ' ')}${published === null ? ' ?' : ''}`;
  return [
    when,
    marked(headline ?? '-', story.heldBack ?? null),
    String(copies),
    outlets.join(', ') || '-',
    storyId,
    eventId ?? '-',
  ];
}
