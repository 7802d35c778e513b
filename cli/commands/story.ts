/** `wirefold story`: one story by its id, or by an article in it: who carries it, who was first, how much of it each has. */
import { type TowardsFirst, towardsFirst } from '../../shared/core/explained-copy.ts';
import { type HeldBack, heldBack } from '../../shared/core/released.ts';
import type { Story } from '../../shared/core/story.ts';
import { liveHeads } from '../../shared/pipeline/explained-story.ts';
import type { QueryPorts } from '../../shared/pipeline/query.ts';
import type { StoryView } from '../../shared/pipeline/query-story.ts';
import { type StoryPage, storyPage } from '../../shared/pipeline/story-page.ts';
import { cutIdHint } from '../cut-id.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { goOnWith } from '../max-items.ts';
import { addressHint, notThere } from '../not-there.ts';
import { marked } from '../output/held-back.ts';
import { percent } from '../output/percent.ts';
import { type Column, tableLines } from '../output/table.ts';
import { safeJson } from '../output/visible.ts';
import { lineWriter } from '../output/writer.ts';

/** A member as people see it. */
export interface ShownMember extends TowardsFirst {
  readonly id: string;
  readonly headline: string | null;
  readonly publisher: string | null;
  readonly utc: string;
  readonly disputed: boolean;
  /** Last instant that its date allows: a day without a time may have been its evening. Null when it states no date that can be trusted. */
  readonly latest: string | null;
  /** Why others may not see it; null: they may. */
  readonly heldBack: HeldBack | null;
}

const COLUMNS: readonly Column[] = [
  { title: 'When', max: 18 },
  { title: 'Publisher', max: 24 },
  { title: 'Relation', max: 9 },
  { title: 'Found in first', max: 14 },
  { title: 'Has of first', max: 12 },
  { title: 'Agency', max: 20 },
  { title: 'Direction', max: 9 },
  { title: 'Headline', max: 70, flexible: true },
  { title: 'Id', max: 30 },
];

/** More rows than anybody reads; the rest are counted. */
const MOST_ROWS = 200;

export interface StoryOptions {
  readonly json: boolean;
  /** Members that are shown: 200 rows of a table, and all of them in JSON, when not given. */
  readonly limit?: number | undefined;
  /** As a call before printed it. */
  readonly startingToken?: string | undefined;
}

export async function story(id: string, options: StoryOptions, ports: QueryPorts, io: Io): Promise<ExitCode> {
  const asJson = options.json || !io.stdoutIsTerminal;
  const most = options.limit ?? (asJson ? Number.POSITIVE_INFINITY : MOST_ROWS);
  const view = await pagesOf(id, most, options.startingToken ?? null, ports);
  if (view === null)
    throw await notThere(
      id,
      `There is no story ${id}. ${addressHint(id) ?? `Ids of stories begin with sty_; see: wirefold list${cutIdHint(id)}`}`,
      ports.table,
    );
  const members = await shownMembers(view, ports, io.now().toISOString());
  const writer = lineWriter(io.stdout);
  const lines = asJson ? [safeJson(jsonOf(view, members))] : linesOf(view, members, io);
  for (const line of lines) if (!(await writer.line(line))) break;
  if (view.cursor !== null) goOnWith(view.cursor, io);
  return EXIT.ok;
}

interface SomeMembers extends StoryView {
  readonly cursor: string | null;
  /** Pages were asked for before: what is left cannot be told. */
  readonly isFirst: boolean;
}

async function pagesOf(
  id: string,
  most: number,
  startingToken: string | null,
  ports: QueryPorts,
): Promise<SomeMembers | null> {
  let page = await storyPage(id, { limit: most, cursor: startingToken }, ports);
  if (page === null) return null;
  const { story: told } = page;
  const members = [...page.items];
  const nodes = new Map(page.nodes);
  while (page.cursor !== null && members.length < most) {
    const next: StoryPage | null = await storyPage(id, { limit: most - members.length, cursor: page.cursor }, ports);
    if (next === null) break;
    members.push(...next.items);
    for (const [textId, node] of next.nodes) nodes.set(textId, node);
    page = next;
  }
  return { story: told, members, nodes, cursor: page.cursor, isFirst: startingToken === null };
}

export async function shownMembers(view: StoryView, ports: QueryPorts, now: string): Promise<readonly ShownMember[]> {
  const { first } = view.story;
  const heads = await liveHeads(
    [...view.members.map(({ articleId }) => articleId), ...(first === null ? [] : [first.id])],
    ports,
  );
  return view.members.map((member) => {
    const head = heads.get(member.articleId) ?? null;
    return {
      ...{ id: member.articleId, publisher: member.publisher, utc: member.sortUtc, disputed: member.disputed },
      latest: member.moment?.latest ?? null,
      headline: head?.headline ?? null,
      ...towardsFirst(member, first, { nodes: view.nodes, heads }),
      heldBack: head === null ? null : heldBack(head, now),
    };
  });
}

/** Others that may have been first as well: their dates and its own allow either. */
function rivalsOf({ first, shown }: Story): readonly string[] {
  if (first === null) return [];
  const others = shown.filter(({ articleId }) => articleId !== first.id);
  return others.filter(({ moment }) => moment !== null && moment.utc <= first.latest).map(({ articleId }) => articleId);
}

function jsonOf({ story: told }: StoryView, members: readonly ShownMember[]) {
  const { storyId, copies, texts, first } = told;
  const firstOf = first === null ? null : { id: first.id, utc: first.utc, rivals: rivalsOf(told) };
  return { storyId, copies, texts, first: firstOf, members };
}

function linesOf({ story: told, isFirst }: SomeMembers, members: readonly ShownMember[], io: Io): readonly string[] {
  const rivals = rivalsOf(told);
  const rows = members.map((member) => row(member, told.first?.id ?? null, rivals));
  const rest = isFirst ? told.copies - rows.length : 0;
  return [
    `${told.storyId}: ${counted(told.copies, 'article')} with ${counted(told.texts, 'text')}`,
    `first: ${firstLine(told, rivals)}`,
    '',
    ...tableLines(COLUMNS, rows, io.columns),
    ...(rest > 0 ? [`and ${rest} more; more of them with --max-items, all with --json`] : []),
    ...(members.some((member) => member.disputed)
      ? ['? the date is disputed: the same text was published long before']
      : []),
  ];
}

function firstLine({ first }: Story, rivals: readonly string[]): string {
  if (first === null) return 'nobody states a date that can be trusted';
  const alone = `${first.id} at ${first.utc}`;
  return rivals.length === 0 ? alone : `${alone}, or as well, for their dates do not tell: ${rivals.join(', ')}`;
}

function row(member: ShownMember, firstId: string | null, rivals: readonly string[]): readonly string[] {
  const when = `${whenOf(member)}${member.disputed ? ' ?' : ''}`;
  const share = (value: number | null) => (value === null ? '-' : percent(value));
  const first = rivals.length === 0 ? 'first' : 'first?';
  const relation = member.id === firstId ? first : (member.relation ?? '-');
  return [
    when,
    member.publisher ?? '-',
    relation,
    share(member.coverage),
    share(member.coverageOfFirst),
    member.provider ?? '-',
    member.direction ?? '-',
    marked(member.headline ?? '-', member.heldBack),
    member.id,
  ];
}

/** No hour where only a day is known. */
function whenOf({ utc, latest }: ShownMember): string {
  return latest !== null && latest > utc ? utc.slice(0, 10) : utc.slice(0, 16).replace('T', ' ');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
