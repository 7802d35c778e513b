/** `wirefold event`: one event by its id, or by a story or article in it: its stories in time order. */
import type { QueryPorts } from '../../shared/pipeline/query.ts';
import { type EventView, findEvent } from '../../shared/pipeline/query-event.ts';
import { cutIdHint } from '../cut-id.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { notThere } from '../not-there.ts';
import { marked } from '../output/held-back.ts';
import { paints } from '../output/paints.ts';
import { type Column, tableLines } from '../output/table.ts';
import { safeJson, visible } from '../output/visible.ts';
import { lineWriter } from '../output/writer.ts';

const COLUMNS: readonly Column[] = [
  { title: 'When', max: 18 },
  { title: 'Headline', max: 80, flexible: true },
  { title: 'Copies', max: 6 },
  { title: 'Outlets', max: 40 },
  { title: 'Story', max: 30 },
];

/** More rows than anybody reads; the rest are counted. */
const MOST_ROWS = 200;

export async function event(id: string, options: { json: boolean }, ports: QueryPorts, io: Io): Promise<ExitCode> {
  const view = await findEvent(id, { ...ports, asOf: io.now().toISOString() });
  if (view === null)
    throw await notThere(
      id,
      `There is no event ${id}. Ids begin with evt_, sty_ or art_; see: wirefold list${cutIdHint(id)}`,
      ports.table,
    );
  const writer = lineWriter(io.stdout);
  const asJson = options.json || !io.stdoutIsTerminal;
  const lines = asJson ? [safeJson(jsonOf(view))] : linesOf(view, io);
  for (const line of lines) if (!(await writer.line(line))) break;
  return EXIT.ok;
}

function jsonOf({ eventId, settled, description, stories }: EventView) {
  const { title, from, until, outlets, articles } = description;
  return { eventId, title, from, until, outlets, articles, settled, stories };
}

function linesOf({ eventId, settled, description, stories }: EventView, io: Io): readonly string[] {
  const { title, from, until, articles, outlets } = description;
  const rows = stories
    .slice(0, MOST_ROWS)
    .map(({ listedAt, published, headline, copies, outlets: own, storyId, heldBack: held = null }) => [
      `${listedAt.slice(0, 16).replace('T', ' ')}${published === null ? ' ?' : ''}`,
      marked(headline ?? '-', held),
      String(copies),
      own.join(', ') || '-',
      storyId,
    ]);
  const rest = stories.length - rows.length;
  return [
    paints(io.color).bold(visible(title ?? '(no title)')),
    `${eventId}: ${stories.length} stories, ${articles} articles, ${outlets.length} outlets, ${from ?? '?'} to ${until ?? '?'}`,
    settled
      ? 'settled: all stories of these days were looked at together'
      : 'placed on arrival; settled within ten minutes',
    '',
    ...tableLines(COLUMNS, rows, io.columns),
    ...(rest > 0 ? [`and ${rest} more (all with --json)`] : []),
  ];
}
