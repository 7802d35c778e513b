/** The page: the address after `#` says which screen shows, so that every screen has a permanent link. */
import { article } from './article.ts';
import { h } from './dom.ts';
import { inbox } from './inbox.ts';

const main = document.querySelector('main') ?? document.body;
let shown = new AbortController();

function screen(signal: AbortSignal): Promise<HTMLElement> {
  const [, name = '', first = '', second] = location.hash.split('/');
  if (name === 'article') return article(first);
  return inbox(name === 'files' ? first : 'stored', second === undefined ? null : decodeURIComponent(second), signal);
}

async function show(): Promise<void> {
  shown.abort();
  const own = new AbortController();
  shown = own;
  const drawn = await screen(own.signal).catch((error: unknown) => trouble(error));
  // Somebody who has gone on meanwhile must not be brought back.
  if (own.signal.aborted) return;
  main.replaceChildren(drawn);
  document.title = `${drawn.querySelector('h1')?.textContent ?? 'Wirefold'} · Wirefold`;
  window.scrollTo(0, 0);
}

function trouble(error: unknown): HTMLElement {
  const text = error instanceof Error ? error.message : String(error);
  return h(
    'section',
    {},
    h('h1', {}, 'This cannot be shown'),
    h('p', { class: 'problem', role: 'alert' }, text),
    h('p', {}, h('a', { href: '#/' }, 'To the Inbox')),
  );
}

function keys(event: KeyboardEvent): void {
  const links = [...document.querySelectorAll<HTMLElement>('.rows a.name')];
  const at = links.findIndex((link) => link.matches(':focus'));
  const typing = event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey;
  if (typing) return;
  if (event.key === 'Escape') location.hash = '#/';
  if (event.key === 'j' || event.key === 'ArrowDown') move(links[at + 1], event);
  if (event.key === 'k' || event.key === 'ArrowUp') move(links[at - 1], event);
}

function move(link: HTMLElement | undefined, event: KeyboardEvent): void {
  if (link === undefined) return;
  event.preventDefault();
  link.focus();
}

function theme(): void {
  const button = document.querySelector('#theme');
  const apply = (name: string): void => {
    document.documentElement.dataset['theme'] = name;
    button?.replaceChildren(name === 'dark' ? 'Light' : 'Dark');
  };
  const wished = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  apply(localStorage.getItem('theme') ?? wished);
  button?.addEventListener('click', () => {
    const next = document.documentElement.dataset['theme'] === 'dark' ? 'light' : 'dark';
    localStorage.setItem('theme', next);
    apply(next);
  });
}

theme();
document.addEventListener('keydown', keys);
document.querySelector('.skip')?.addEventListener('click', (event) => {
  event.preventDefault();
  main.querySelector('a')?.focus();
});
window.addEventListener('hashchange', () => void show());
void show();
