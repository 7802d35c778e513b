/** `wirefold stories`: the stories of one day, in time order: how many carry each, and which event it belongs to. */
import type { QueryPorts } from '../../shared/pipeline/query.ts';
import { type DayStory, storiesOfDay } from '../../shared/pipeline/query-day.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
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
}

export async function stories(options: StoriesOptions, ports: QueryPorts, io: Io): Promise<ExitCode> {
  const day = options.day ?? io.now().toISOString().slice(0, 10);
  const output = openOutput<DayStory>(COLUMNS, row, options, io);
  const all = await storiesOfDay(day, { ...ports, asOf: io.now().toISOString() });
  const some = all.slice(0, options.limit);
  for (const story of some) if (!(await output.item(story))) return EXIT.ok;
  await output.end();
  if (some.length < all.length)
    io.stderr.write(`${all.length - some.length} more on that day; more of them with --max-items\n`);
  return EXIT.ok;
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
