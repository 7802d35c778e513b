/** What the page may ask. In: an address and the store. Out: an answer. Promise: only reads, through the use cases that the command line uses. */
import { CursorError } from '../../shared/core/change-log.ts';
import { SqlError } from '../../shared/pipeline/sql-engine.ts';
import { type Answer, json, nothing, problem } from './answer.ts';
import { article } from './article.ts';
import { filterOf, numberOf, QuestionError } from './asked.ts';
import type { ConsoleStore } from './console-store.ts';
import { copies } from './copies.ts';
import { event } from './event.ts';
import { type Explanations, explanation, keepExplanations } from './explanations.ts';
import { exported } from './exported.ts';
import { changes, listFiles, stateOf, totals } from './files.ts';
import { learned } from './learned.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { outlets } from './outlets.ts';
import { phrase } from './phrase.ts';
import { openReading, type Reading } from './reading.ts';
import { chart, search } from './search.ts';
import type { About } from './shapes.ts';
import { openStateCounts, type StateCounts } from './state-counts.ts';
import { type KeptVersions, keepVersions, versions } from './versions.ts';

/** Everything that a question may need. */
export interface Desk {
  readonly store: ConsoleStore;
  readonly ledger: Ledger;
  readonly counts: StateCounts;
  readonly reading: Reading;
  readonly explanations: Explanations;
  readonly versions: KeptVersions;
}

export function openDesk(store: ConsoleStore): Desk {
  return {
    ...{ store, ledger: openLedger(store.query), counts: openStateCounts(store.query), reading: openReading() },
    ...{ explanations: keepExplanations(), versions: keepVersions() },
  };
}

export async function closeDesk({ ledger, reading }: Desk): Promise<void> {
  ledger.close();
  await reading.close();
}

type Handler = (asked: URLSearchParams, desk: Desk) => Promise<Answer>;

const cursorIn = (asked: URLSearchParams): string | null => asked.get('cursor');
const now = (): string => new Date().toISOString();
const idIn = (asked: URLSearchParams): string => asked.get('id') ?? '';

const HANDLERS: Readonly<Record<string, Handler>> = {
  about: async (_, { store }) => json(aboutOf(store)),
  files: async (asked, { store }) =>
    json(await listFiles(asked.get('state') ?? 'stored', cursorIn(asked), store.query, now())),
  totals: async (_, { ledger, counts }) => json(await totals(ledger, counts)),
  changes: async (asked, { store }) => json(await changes(cursorIn(asked), store.query)),
  file: async (asked, { store }) => json(await stateOf(asked.get('key') ?? '', store.query)),
  article: (asked, { store }) => article(idIn(asked), store.query, now()),
  explanation: (asked, { store, reading, explanations }) => explanation(idIn(asked), store, reading, explanations),
  copies: (asked, { store }) => copies(idIn(asked), store.query, now()),
  event: (asked, { store }) => event(idIn(asked), store.query),
  versions: (asked, { store, reading, versions: kept }) =>
    versions(
      { id: idIn(asked), from: numberOf(asked.get('from')), to: numberOf(asked.get('to')) },
      store,
      reading,
      kept,
    ),
  search: async (asked, { store }) => {
    // Whoever searches may look for a phrase next: its engine loads meanwhile. What is wrong with it is said when it is asked.
    store.archive?.().catch(() => {});
    return json(await search(filterOf(asked), cursorIn(asked), store.query, now()));
  },
  chart: async (asked, { ledger }) => json(await chart(filterOf(asked), ledger)),
  phrase: async (asked, { store }) => json(await phrase(asked.get('phrase') ?? '', filterOf(asked), store)),
  outlets: async (asked, { ledger }) => {
    const unit = asked.get('unit');
    return json(await outlets(unit === 'day' || unit === 'month' ? unit : null, ledger));
  },
  learned: (asked, desk) =>
    learned({ outlet: asked.get('outlet') ?? '', asProfile: asked.get('as') === 'profile' }, desk),
  export: (asked, { store }) => exported(asked.get('format') ?? '', asked.get('ids') ?? '', now(), store.query),
};

const PREFIX = '/api/';

export async function answer(url: URL, desk: Desk): Promise<Answer> {
  const name = url.pathname.startsWith(PREFIX) ? url.pathname.slice(PREFIX.length) : '';
  const handler = Object.hasOwn(HANDLERS, name) ? HANDLERS[name] : undefined;
  if (handler === undefined) return problem(404, 'There is nothing at this address.');
  try {
    return await handler(url.searchParams, desk);
  } catch (error) {
    if (error instanceof CursorError)
      return nothing('This page of the list is no longer known. Begin with the newest.');
    if (error instanceof QuestionError || error instanceof SqlError) return nothing(error.message);
    throw error;
  }
}

/** From a checkout commands go through npm; the installed package brings its own. */
function aboutOf({ place }: ConsoleStore): About {
  return { program: import.meta.url.endsWith('.ts') ? 'npm run -s wirefold --' : 'npx wirefold', place: place ?? '' };
}
