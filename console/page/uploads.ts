/** Files dropped or chosen: uploaded, and watched until each is a record or refused with its reason. */
import type { FileState } from '../server/shapes.ts';
import { ask, upload } from './api.ts';
import { h } from './dom.ts';
import { errorInWords } from './words.ts';

const LOOK_MS = 400;
/** A file that has no state after this many looks waits in the queue: it is said, and looking ends. */
const MOST_LOOKS = 150;
/** Files taken from one drop: more are better added by the command line. */
const MOST_FILES = 50;

export interface Uploads {
  readonly chooser: HTMLElement;
  readonly list: HTMLElement;
  /** Shown while a file is held over the page. */
  readonly veil: HTMLElement;
}

export function uploads(settled: () => void, signal: AbortSignal): Uploads {
  const list = h('ul', { class: 'uploads', 'aria-live': 'polite', 'aria-label': 'Uploads' });
  const veil = h('div', { class: 'drop', hidden: '' }, 'Drop to add to the bucket');
  const take = (files: FileList | null | undefined): void => {
    const all = [...(files ?? [])];
    for (const file of all.slice(0, MOST_FILES)) void watch(file, list, settled, signal);
    if (all.length > MOST_FILES)
      list.prepend(h('li', {}, `The first ${MOST_FILES} files are taken. More at once: wirefold add FOLDER`));
  };
  acceptDrops(take, veil, signal);
  const change = ({ target }: Event) => take(target instanceof HTMLInputElement ? target.files : null);
  const input = h('input', { type: 'file', multiple: '', id: 'choose', change });
  const chooser = h('label', { class: 'button main-button choose', for: 'choose' }, 'Add files', input);
  return { chooser, list, veil };
}

async function watch(file: File, list: HTMLElement, settled: () => void, signal: AbortSignal): Promise<void> {
  const said = h('span', {}, 'uploading …');
  const item = h('li', {}, h('b', {}, file.name), ' ', said);
  list.prepend(item);
  try {
    const { key } = await upload(file);
    said.replaceChildren('in the bucket, waiting to be read …');
    for (let looks = 0; looks < MOST_LOOKS && !signal.aborted; looks += 1) {
      await pause(LOOK_MS);
      const found = await ask<FileState>('file', { key }).catch(() => null);
      if (found === null || found.state === 'waiting') continue;
      if (found.state === 'unpacking') {
        said.replaceChildren(`${found.message ?? ''} …`);
        continue;
      }
      item.className = found.state;
      said.replaceChildren(...outcome(found));
      settled();
      return;
    }
    said.replaceChildren('still waiting in the queue; the list below shows it when it is done.');
  } catch (error) {
    said.replaceChildren(errorInWords(error));
  }
}

function outcome({ state, id, message, code }: FileState): readonly (Node | string)[] {
  if (id !== null) return ['is a record: ', h('a', { href: `#/article/${id}` }, 'open it')];
  if (state === 'container' || state === 'sidecar') return [`is ${message ?? ''}`];
  const word = state === 'rejected' ? 'refused' : state.replaceAll('-', ' ');
  return [`${word}: ${message ?? ''} `, ...(code === null ? [] : [h('code', {}, code)])];
}

function acceptDrops(take: (files: FileList | undefined) => void, veil: HTMLElement, signal: AbortSignal): void {
  const hold = (event: DragEvent): void => {
    event.preventDefault();
    veil.hidden = false;
  };
  const leave = (event: DragEvent): void => {
    if (event.relatedTarget === null) veil.hidden = true;
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    veil.hidden = true;
    take(event.dataTransfer?.files);
  };
  document.addEventListener('dragover', hold, { signal });
  document.addEventListener('dragleave', leave, { signal });
  document.addEventListener('drop', drop, { signal });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
