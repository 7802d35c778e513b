/** The verbs that ask a store: `add`, `list`, `show`, `forget`, and those of stories and versions. */
import { type Command, Option } from 'commander';
import { LEDGER_STATES } from '../shared/pipeline/ledger-states.ts';
import { calendarDay, type Finish, instant, positiveInteger } from './arguments.ts';
import type { CopiesOptions } from './commands/copies.ts';
import type { ForgetOptions } from './commands/forget.ts';
import type { InboxOptions } from './commands/inbox.ts';
import type { LearnOptions } from './commands/learn.ts';
import type { ListOptions } from './commands/list.ts';
import type { SinceOptions } from './commands/since.ts';
import type { StoriesOptions } from './commands/stories.ts';
import type { StoryOptions } from './commands/story.ts';
import { EXIT, Stop } from './exit.ts';
import { HELP } from './help.ts';
import type { Io } from './io.ts';
import { addListOptions } from './list-verb.ts';
import { limitOf, type MaxItems, withMaxItems, withStartingToken } from './max-items.ts';
import type { StoreOptions } from './store.ts';
import { registerAdd } from './verbs-add.ts';
import { storeOf, withStore } from './with-store.ts';

type ListVerbOptions = Omit<ListOptions, 'limit'> & MaxItems;
type SinceVerbOptions = Omit<SinceOptions, 'limit'> & MaxItems & StoreOptions & { readonly startingToken?: string };
const SINCE_LIMIT = 1_000;
const INBOX_LIMIT = 1_000;
/** Enough that a line on a tenth of them is no chance. */
const LEARN_FROM = 40;

export function registerStoreVerbs(program: Command, io: Io, finish: Finish): void {
  registerAdd(program, io, finish);
  withStore(addListOptions(program.command('list').description(HELP.list))).action(
    async (options: ListVerbOptions & StoreOptions) => {
      const { list } = await import('./commands/list.ts');
      finish(await list({ ...options, limit: limitOf(options) }, (await storeOf(options, io)).query, io));
    },
  );
  withStore(program.command('show').description(HELP.show))
    .argument('<id-or-key>', 'an id (art_…), a key in the bucket (incoming/… or s3://…), or KEY#MEMBER of a container')
    .action(async (name: string, options: { json: boolean } & StoreOptions) => {
      const { show } = await import('./commands/show.ts');
      finish(await show(name, options, (await storeOf(options, io)).query, io));
    });
  registerInbox(program, io, finish);
  registerForget(program, io, finish);
  withMaxItems(withStore(program.command('since').description(HELP.since)), SINCE_LIMIT)
    .argument('[cursor]', 'what the last call printed, or a moment: 2026-01-02T00:00:00Z; everything if not given')
    .option('--starting-token <token>', 'the cursor by the name that list has for it')
    .action(async (cursor: string | undefined, options: SinceVerbOptions) => {
      const { startingToken } = options;
      if (cursor !== undefined && startingToken !== undefined)
        throw new Stop(EXIT.usage, 'Name the place once: as CURSOR, or with --starting-token');
      const { since } = await import('./commands/since.ts');
      const from = cursor ?? startingToken ?? null;
      finish(await since(from, { ...options, limit: limitOf(options) }, (await storeOf(options, io)).query, io));
    });
  registerLearn(program, io, finish);
  registerStories(program, io, finish);
  registerVersions(program, io, finish);
}

function registerInbox(program: Command, io: Io, finish: Finish): void {
  withStore(program.command('inbox').description(HELP.inbox))
    .addOption(
      new Option('--state <state>', 'only files in this state; rejected: members of containers too').choices(
        LEDGER_STATES,
      ),
    )
    .option('--since <instant>', 'only what became so then or later: 2026-01-02T00:00:00Z', instant)
    .option('--prefix <prefix>', 'only files whose key begins so, with or without incoming/')
    .option('--container <key>', 'the members of this container instead')
    .option('-n, --limit <count>', 'how many at most', positiveInteger, INBOX_LIMIT)
    .action(async (options: InboxOptions & StoreOptions) => {
      const { inbox } = await import('./commands/inbox.ts');
      const { query, listing } = await storeOf(options, io);
      finish(await inbox(options, { ...query, listing }, io));
    });
}

function registerLearn(program: Command, io: Io, finish: Finish): void {
  withStore(program.command('learn').description(HELP.learn))
    .argument('<outlet>', 'name of an outlet, or its host name')
    .option('-n, --articles <count>', 'how many of its newest articles are read again', positiveInteger, LEARN_FROM)
    .action(async (outlet: string, options: LearnOptions & StoreOptions) => {
      const { learn } = await import('./commands/learn.ts');
      finish(await learn(outlet, options, await storeOf(options, io), io));
    });
}

function registerForget(program: Command, io: Io, finish: Finish): void {
  withStore(program.command('forget').description(HELP.forget))
    .argument('<id-url-or-key>', 'an id (art_…), the URL of an article, or a key in the bucket')
    .requiredOption('--reason <reason>', 'why; it is all that stays, so name no one in it')
    .option('--copies', 'also the articles that carry the identical text', false)
    .option('--dry-run', 'show what would be removed, and change nothing', false)
    .option('--yes', 'do not ask', false)
    .option('--undo', 'let the article in again; what is gone stays gone', false)
    .action(async (name: string, options: ForgetOptions & StoreOptions) => {
      const { forget } = await import('./commands/forget.ts');
      const { forgetPorts } = await import('./forget-ports.ts');
      const { findStack } = await import('./store.ts');
      finish(await forget(name, options, forgetPorts(await findStack(options, io)), io));
    });
}

function registerStories(program: Command, io: Io, finish: Finish): void {
  withStartingToken(withMaxItems(withStore(program.command('stories').description(HELP.stories))))
    .option('--day <day>', 'the day, in UTC: 2026-01-02 (today if not given)', calendarDay)
    .action(async (options: StoriesOptions & Partial<MaxItems> & StoreOptions) => {
      const { stories } = await import('./commands/stories.ts');
      const limited = { ...options, limit: options.limit ?? options.maxItems };
      finish(await stories(limited, (await storeOf(options, io)).query, io));
    });
  withStartingToken(withMaxItems(withStore(program.command('story').description(HELP.story))))
    .argument('<id>', 'a story (sty_…), or an article in it (art_…)')
    .action(async (id: string, options: StoryOptions & Partial<MaxItems> & StoreOptions) => {
      const { story } = await import('./commands/story.ts');
      const limited = { ...options, limit: options.limit ?? options.maxItems };
      finish(await story(id, limited, (await storeOf(options, io)).query, io));
    });
  withStore(program.command('event').description(HELP.event))
    .argument('<id>', 'an event (evt_…), or a story or an article in it')
    .action(async (id: string, options: { json: boolean } & StoreOptions) => {
      const { event } = await import('./commands/event.ts');
      finish(await event(id, options, (await storeOf(options, io)).query, io));
    });
  withStartingToken(withMaxItems(withStore(program.command('copies').description(HELP.copies))))
    .argument('<id>', 'an article (art_…)')
    .action(async (id: string, options: CopiesOptions & Partial<MaxItems> & StoreOptions) => {
      const { copies } = await import('./commands/copies.ts');
      const limited = { ...options, limit: options.limit ?? options.maxItems };
      finish(await copies(id, limited, (await storeOf(options, io)).query, io));
    });
}

function registerVersions(program: Command, io: Io, finish: Finish): void {
  withStore(program.command('versions').description(HELP.versions))
    .argument('<id>', 'an article (art_…)')
    .action(async (id: string, options: { json: boolean } & StoreOptions) => {
      const { versions } = await import('./commands/versions.ts');
      finish(await versions(id, options, (await storeOf(options, io)).query.table, io));
    });
  withStore(program.command('diff').description(HELP.diff))
    .argument('<id>', 'an article (art_…)')
    .argument('[from]', 'a version, from 1; the last but one if not given', positiveInteger)
    .argument('[to]', 'a version; the last if not given', positiveInteger)
    .action(async (id: string, from: number | undefined, to: number | undefined, options: DiffStoreOptions) => {
      const { diff } = await import('./commands/diff.ts');
      const { createReader } = await import('../shared/workers/reader.ts');
      const { query, objects } = await storeOf(options, io);
      const reader = createReader({ threads: 1 });
      try {
        const versions = { json: options.json, from: from ?? null, to: to ?? null };
        finish(await diff(id, versions, { table: query.table, objects, reader }, io));
      } finally {
        await reader.close();
      }
    });
}

type DiffStoreOptions = { readonly json: boolean } & StoreOptions;
