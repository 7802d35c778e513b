/** `wirefold story`: one story by its id, or by an article in it: who carries it, who was first, how much of it each has. */
import { relationTo } from '../../shared/core/copy-relation.ts';
import { Head } from '../../shared/core/head.ts';
import { headKey } from '../../shared/core/keys.ts';
import { type HeldBack, heldBack } from '../../shared/core/released.ts';
import type { QueryPorts } from '../../shared/pipeline/query.ts';
import { findStory, type StoryView } from '../../shared/pipeline/query-story.ts';
import { cutIdHint } from '../cut-id.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { notThere } from '../not-there.ts';
import { marked } from '../output/held-back.ts';
import { percent } from '../output/percent.ts';
import { type Column, tableLines } from '../output/table.ts';
import { safeJson } from '../output/visible.ts';
import { lineWriter } from '../output/writer.ts';

/** A member as people see it. */
export interface ShownMember {
  readonly id: string;
  readonly headline: string | null;
  readonly publisher: string | null;
  readonly utc: string;
  readonly disputed: boolean;
  /** Towards the text that was first; null when nobody knows who was. */
  readonly relation: string | null;
  readonly coverage: number | null;
  readonly coverageOfFirst: number | null;
  /** Why others may not see it; null: they may. */
  readonly heldBack: HeldBack | null;
}

const COLUMNS: readonly Column[] = [
  { title: 'When', max: 18 },
  { title: 'Publisher', max: 24 },
  { title: 'Relation', max: 9 },
  { title: 'Found in first', max: 14 },
  { title: 'Has of first', max: 12 },
  { title: 'Headline', max: 70, flexible: true },
  { title: 'Id', max: 30 },
];

/** More rows than anybody reads; the rest are counted. */
const MOST_ROWS = 200;

export interface StoryOptions {
  readonly json: boolean;
  /** Members that are shown: 200 rows of a table, and all of them in JSON, when not given. */
  readonly limit?: number | undefined;
}

export async function story(id: string, options: StoryOptions, ports: QueryPorts, io: Io): Promise<ExitCode> {
  const view = await findStory(id, ports.table, ports.feeds);
  if (view === null)
    throw await notThere(
      id,
      `There is no story ${id}. Ids of stories begin with sty_; see: wirefold list${cutIdHint(id)}`,
      ports.table,
    );
  const asJson = options.json || !io.stdoutIsTerminal;
  const most = options.limit ?? (asJson ? view.members.length : MOST_ROWS);
  const some = { ...view, members: view.members.slice(0, most) };
  const members = await shownMembers(some, ports, io.now().toISOString());
  const writer = lineWriter(io.stdout);
  const lines = asJson ? [safeJson(jsonOf(view, members))] : linesOf(view, members, io);
  for (const line of lines) if (!(await writer.line(line))) break;
  return EXIT.ok;
}

export async function shownMembers(view: StoryView, ports: QueryPorts, now: string): Promise<readonly ShownMember[]> {
  const items = await ports.feeds.getMany(view.members.map((member) => headKey(member.articleId)));
  const heads = new Map(
    items.map((item) => Head.parse(item)).flatMap((head) => (head.live ? [[head.articleId, head]] : [])),
  );
  const first = view.nodes.get(view.story.first?.text ?? '') ?? null;
  return view.members.map((member) => {
    const node = view.nodes.get(member.text) ?? null;
    const relation = node === null || first === null ? null : relationTo(node, first);
    const head = heads.get(member.articleId) ?? null;
    return {
      ...{ id: member.articleId, publisher: member.publisher, utc: member.sortUtc, disputed: member.disputed },
      headline: head?.headline ?? null,
      relation: relation?.relation ?? null,
      coverage: relation?.coverage ?? null,
      coverageOfFirst: relation?.coverageOfOther ?? null,
      heldBack: head === null ? null : heldBack(head, now),
    };
  });
}

function jsonOf({ story: { storyId, copies, texts, first } }: StoryView, members: readonly ShownMember[]) {
  return { storyId, copies, texts, first: first === null ? null : { id: first.id, utc: first.utc }, members };
}

function linesOf({ story: told, members: all }: StoryView, members: readonly ShownMember[], io: Io): readonly string[] {
  const first =
    told.first === null ? 'nobody states a date that can be trusted' : `${told.first.id} at ${told.first.utc}`;
  const rows = members.map((member) => row(member, told.first?.id ?? null));
  const rest = all.length - rows.length;
  return [
    `${told.storyId}: ${counted(told.copies, 'article')} with ${counted(told.texts, 'text')}`,
    `first: ${first}`,
    '',
    ...tableLines(COLUMNS, rows, io.columns),
    ...(rest > 0 ? [`and ${rest} more; more of them with --max-items, all with --json`] : []),
    ...(members.some((member) => member.disputed)
      ? ['? the date is disputed: the same text was published long before']
      : []),
  ];
}

function row(member: ShownMember, firstId: string | null): readonly string[] {
  const when = `${member.utc.slice(0, 16).replace('T', ' ')}${member.disputed ? ' ?' : ''}`;
  const share = (value: number | null) => (value === null ? '-' : percent(value));
  const relation = member.id === firstId ? 'first' : (member.relation ?? '-');
  return [
    when,
    member.publisher ?? '-',
    relation,
    share(member.coverage),
    share(member.coverageOfFirst),
    marked(member.headline ?? '-', member.heldBack),
    member.id,
  ];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
