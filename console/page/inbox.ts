/** The Inbox: what came in and what became of it, live; files dropped here are uploaded and watched until they are a record or refused. */
import type { FileState, Listed, Row } from '../server/shapes.ts';
import { ask, upload } from './api.ts';
import { h } from './dom.ts';

const STATES = [
  { state: 'stored', name: 'Stored', empty: 'No articles yet. Drop a file anywhere on this page, or choose one.' },
  { state: 'rejected', name: 'Refused', empty: 'Nothing was refused.' },
  { state: 'removed', name: 'Removed', empty: 'No file was removed from the bucket.' },
] as const;
const LOOK_MS = 2_500;
/** A file that has no state after this many looks waits in the queue: it is said, and looking ends. */
const MOST_LOOKS = 60;
/** Files taken from one drop: more are better added by the command line. */
const MOST_FILES = 50;

export async function inbox(state: string, cursor: string | null, signal: AbortSignal): Promise<HTMLElement> {
  const list = h('div', {}, await rows(state, cursor));
  void follow(signal, async () => list.replaceChildren(await rows(state, cursor)));
  const uploads = h('ul', { class: 'uploads', 'aria-live': 'polite', 'aria-label': 'Uploads' });
  const take = (files: FileList | null | undefined): void => {
    for (const file of [...(files ?? [])].slice(0, MOST_FILES)) void watchUpload(file, uploads, signal);
  };
  acceptDrops(take, signal);
  const input = h('input', { type: 'file', multiple: '', id: 'choose', change: (event) => take(filesOf(event)) });
  const tabs = STATES.map(({ state: one, name }) =>
    h('a', { href: `#/files/${one}`, ...(one === state ? { 'aria-current': 'page' } : {}) }, name),
  );
  return h(
    'section',
    {},
    h(
      'div',
      { class: 'title' },
      h('h1', {}, 'Inbox'),
      h('label', { class: 'choose', for: 'choose' }, 'Add files', input),
    ),
    h('p', { class: 'hint' }, 'Drop HTML or text files anywhere on this page to see them become records.'),
    uploads,
    h('nav', { class: 'tabs', 'aria-label': 'States' }, ...tabs),
    list,
  );
}

async function rows(state: string, cursor: string | null): Promise<HTMLElement> {
  const listed = await ask<Listed>('files', { state, cursor });
  const older =
    listed.cursor === null
      ? null
      : h('a', { class: 'older', href: `#/files/${state}/${encodeURIComponent(listed.cursor)}` }, 'Older →');
  if (listed.items.length === 0)
    return h('p', { class: 'empty' }, STATES.find((one) => one.state === state)?.empty ?? 'Nothing here.');
  return h('div', {}, h('ol', { class: 'rows' }, ...listed.items.map(row)), older);
}

function row({ id, key, headline, publisher, at, dateStatus, copy, version, code, message }: Row): HTMLElement {
  const name = headline ?? (id === null ? key : 'No headline');
  const doubt =
    dateStatus === null || dateStatus === 'stated'
      ? null
      : h('span', { class: 'tag' }, `date ${dateStatus.replaceAll('-', ' ')}`);
  return h(
    'li',
    {},
    h('time', { datetime: at }, at.slice(0, 16).replace('T', ' ')),
    h(
      'div',
      {},
      id === null
        ? h('span', { class: 'name' }, name)
        : h('a', { class: 'name', href: `#/article/${id}`, dir: 'auto' }, name),
      h(
        'p',
        { class: 'facts' },
        publisher === null ? null : h('span', {}, publisher),
        id === null || headline === null ? null : h('span', { class: 'key' }, key),
        doubt,
        copy === null ? null : h('span', { class: 'tag' }, `${copy} copy`),
        version === null || version < 2 ? null : h('span', { class: 'tag' }, `version ${version}`),
      ),
      code === null ? null : h('p', { class: 'reason' }, `${message ?? ''} `, h('code', {}, code)),
    ),
  );
}

/** Looks at the log of changes; a refusal is no change of an article, so an upload that ends in one asks for a fresh list itself. */
async function follow(signal: AbortSignal, refresh: () => Promise<void>): Promise<void> {
  let cursor: string | null = null;
  document.addEventListener('wirefold:settled', () => void refresh().catch(() => {}), { signal });
  while (!signal.aborted) {
    try {
      const told: { readonly cursor: string; readonly changed: boolean } = await ask('changes', { cursor });
      cursor = told.cursor;
      if (told.changed && !signal.aborted) await refresh();
    } catch {
      // The next look tells whether it lasts; what is on the screen stays readable.
    }
    await pause(LOOK_MS);
  }
}

async function watchUpload(file: File, list: HTMLElement, signal: AbortSignal): Promise<void> {
  const said = h('span', {}, 'uploading …');
  list.prepend(h('li', {}, h('b', {}, file.name), ' ', said));
  try {
    const { key } = await upload(file);
    said.replaceChildren('in the bucket, waiting to be read …');
    for (let looks = 0; looks < MOST_LOOKS && !signal.aborted; looks += 1) {
      await pause(LOOK_MS / 5);
      const found = await ask<FileState>('file', { key }).catch(() => null);
      if (found === null || found.state === 'waiting') continue;
      const link = found.id === null ? null : h('a', { href: `#/article/${found.id}` }, 'open the record');
      const text = link === null ? `${found.state}: ${found.message ?? ''}` : 'stored: ';
      said.replaceChildren(text, ...(link === null ? [] : [link]));
      document.dispatchEvent(new Event('wirefold:settled'));
      return;
    }
    said.replaceChildren('still waiting in the queue; the list below shows it when it is done.');
  } catch (error) {
    said.replaceChildren(error instanceof Error ? error.message : String(error));
  }
}

function acceptDrops(take: (files: FileList | undefined) => void, signal: AbortSignal): void {
  document.addEventListener('dragover', (event) => event.preventDefault(), { signal });
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    take(event.dataTransfer?.files);
  };
  document.addEventListener('drop', drop, { signal });
}

function filesOf({ target }: Event): FileList | null {
  return target instanceof HTMLInputElement ? target.files : null;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
