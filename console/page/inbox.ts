/** The Inbox: what came in and what became of it, live; totals that add up; files dropped here become records. */
import type { Listed, Totals } from '../server/shapes.ts';
import { ask } from './api.ts';
import { h } from './dom.ts';
import { rowList } from './rows.ts';
import { uploads } from './uploads.ts';
import { counted, errorInWords, grouped } from './words.ts';

const STATES = [
  {
    state: 'stored',
    name: 'Stored',
    empty: 'No articles yet. Drop an article anywhere on this page, or choose a file.',
  },
  { state: 'rejected', name: 'Refused', empty: 'Nothing was refused.' },
  { state: 'removed', name: 'Removed', empty: 'No file was removed from the bucket.' },
  {
    state: 'container',
    name: 'Containers',
    empty: 'No file here holds several articles, as an archive or a feed does.',
  },
  {
    state: 'sidecar',
    name: 'Metadata',
    empty: 'No file here is metadata of another: NAME.meta.json beside NAME.',
  },
  { state: 'taken-down', name: 'Taken down', empty: 'Nothing was taken down.' },
] as const;
const LOOK_MS = 2_500;
/** Looks that may fail before it is said. */
const MOST_SILENT = 2;

export async function inbox(asked: string, cursor: string | null, signal: AbortSignal): Promise<HTMLElement> {
  const state = STATES.find((one) => one.state === asked)?.state ?? 'stored';
  // Counting may take longer than listing, and nobody should wait for it.
  const sum = h('div', {}, h('div', { class: 'totals' }, h('p', { class: 'sum' }, 'Counting …')));
  void totals().then(
    (sums) => sum.replaceChildren(sums),
    // The mark has the next look try again.
    (error: unknown) =>
      sum.replaceChildren(h('div', { class: 'totals' }, h('p', { class: 'counting' }, errorInWords(error)))),
  );
  const list = h('div', {}, await rows(state, cursor));
  const refresh = async (): Promise<void> => {
    const [nextRows, nextSums] = await Promise.all([rows(state, cursor), totals()]);
    if (signal.aborted) return;
    // A list that somebody walks through must not lose the place.
    const held = document.activeElement instanceof HTMLAnchorElement ? document.activeElement.hash : null;
    list.replaceChildren(nextRows);
    sum.replaceChildren(nextSums);
    if (held !== null) list.querySelector<HTMLElement>(`a[href="${CSS.escape(held)}"]`)?.focus();
  };
  const { chooser, list: uploaded, veil } = uploads(() => void refresh().catch(() => {}), signal);
  const lost = h('p', { class: 'note', role: 'status', hidden: '' });
  void follow(signal, refresh, lost);
  const tabs = STATES.map(({ state: one, name }) =>
    h('a', { href: `#/files/${one}`, 'aria-current': one === state ? 'page' : null }, name),
  );
  return h(
    'section',
    {},
    h(
      'div',
      { class: 'title' },
      h(
        'div',
        {},
        h('h1', {}, 'Inbox'),
        h('p', { class: 'lead' }, 'Drop files anywhere on this page and watch them become records.'),
      ),
      chooser,
    ),
    uploaded,
    lost,
    sum,
    h('nav', { class: 'tabs', 'aria-label': 'States' }, ...tabs),
    list,
    veil,
  );
}

async function totals(): Promise<HTMLElement> {
  const { stored, articles, rejected, removed, containers, sidecars, complete, cut } = await ask<Totals>('totals');
  const parts = [
    {
      name: 'stored',
      count: stored,
      says: stored === articles ? 'stored' : `stored, as ${counted(articles, 'article')}`,
    },
    { name: 'rejected', count: rejected, says: 'refused' },
    { name: 'removed', count: removed, says: 'removed or taken down' },
  ];
  const all = stored + rejected + removed;
  // A sign stays with its part, so that no line ends in a plus.
  const told = parts.flatMap(({ count, says }, at) => [
    ' ',
    h('span', {}, at === 0 ? '= ' : '+ ', h('b', {}, grouped(count)), ` ${says}`),
  ]);
  const held =
    containers === 0 ? null : `${counted(containers, 'container')} besides: what they hold is counted, one by one.`;
  const beside = sidecars === 0 ? null : `${counted(sidecars, 'file')} of metadata besides.`;
  const state = complete ? (cut ? 'The newest are counted; there are more.' : null) : 'Still counting …';
  return h(
    'div',
    { class: 'totals' },
    h('p', { class: 'sum' }, h('span', {}, h('b', {}, grouped(all)), all === 1 ? ' file' : ' files'), ...told),
    h(
      'div',
      { class: 'share', 'aria-hidden': 'true' },
      ...parts
        .filter(({ count }) => count > 0)
        .map(({ name, count }) => h('span', { class: name, '--n': String(count) })),
    ),
    held === null ? null : h('p', { class: 'hint' }, held),
    beside === null ? null : h('p', { class: 'hint' }, beside),
    state === null ? null : h('p', { class: complete ? 'hint' : 'hint counting' }, state),
  );
}

async function rows(state: string, cursor: string | null): Promise<HTMLElement> {
  const listed = await ask<Listed>('files', { state, cursor });
  if (listed.items.length === 0 && listed.cursor === null) {
    const known = STATES.find((one) => one.state === state);
    return h('p', { class: 'empty' }, cursor === null ? (known?.empty ?? 'Nothing here.') : 'Nothing older.');
  }
  const older =
    listed.cursor === null
      ? null
      : h('a', { class: 'button', href: `#/files/${state}/${encodeURIComponent(listed.cursor)}` }, 'Older →');
  const newest = cursor === null ? null : h('a', { class: 'button', href: `#/files/${state}` }, '⇤ Newest');
  // Files that have come back since, and members of earlier uploads, are in no list any more.
  const passed =
    listed.items.length > 0
      ? null
      : h('p', { class: 'empty' }, 'None of this page counts any more. Go on to older ones.');
  return h('div', {}, passed ?? rowList(listed.items), h('div', { class: 'pages' }, newest, older));
}

/** Looks at the log of changes, and sooner while articles are being counted. */
async function follow(signal: AbortSignal, refresh: () => Promise<void>, lost: HTMLElement): Promise<void> {
  let cursor: string | null = null;
  let failed = 0;
  while (!signal.aborted) {
    try {
      const told: { readonly cursor: string; readonly changed: boolean } = await ask('changes', { cursor });
      const counting = document.querySelector('.totals .counting') !== null;
      cursor = told.cursor;
      failed = 0;
      lost.hidden = true;
      if ((told.changed || counting) && !signal.aborted && !document.hidden) await refresh();
    } catch (error) {
      // One look may fail; from the second on it is said, and what is on the screen stays readable.
      failed += 1;
      if (failed === MOST_SILENT)
        lost.replaceChildren(`${errorInWords(error)} What is shown here is as it was before.`);
      lost.hidden = failed < MOST_SILENT;
    }
    await pause(LOOK_MS);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
