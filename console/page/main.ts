/** The page: the address after `#` says which screen shows, so that every screen has a permanent link. */
import { lookAhead } from './ahead.ts';
import { article } from './article.ts';
import { copies } from './copies.ts';
import { h } from './dom.ts';
import { event } from './event.ts';
import { openHelp } from './help.ts';
import { inbox } from './inbox.ts';
import { keys, rememberList } from './keys.ts';
import { learned } from './learned.ts';
import { outlets } from './outlets.ts';
import { search } from './search.ts';
import { searchOf } from './search-query.ts';
import { theme } from './theme.ts';
import { versions } from './versions.ts';
import { errorInWords } from './words.ts';

const main = document.querySelector('main') ?? document.body;
let shown = new AbortController();
let isFirst = true;

/** An address that cannot be read is told like any other trouble. */
async function screen(signal: AbortSignal): Promise<HTMLElement> {
  const [path = '', query = ''] = location.hash.split('?', 2);
  const [, name = '', first = '', second = null, third = null, fourth = null] = path.split('/');
  if (name === 'search') return search(searchOf(query));
  if (name === 'outlets') return outlets(first === '' ? null : first);
  if (name === 'outlet') return learned(new URLSearchParams(query).get('name') ?? '');
  if (name === 'story') return copies(first);
  if (name === 'event') return event(first);
  if (name === 'article' && second === 'copies') return copies(first);
  if (name === 'article' && second === 'event') return event(first);
  if (name === 'article' && second === 'versions') return versions(first, third, fourth);
  if (name === 'article') return article(first, signal);
  if (name !== '' && name !== 'files') throw new Error('There is no such screen. Perhaps the address was cut off.');
  return inbox(name === 'files' ? first : 'stored', second === null ? null : decodeURIComponent(second), signal);
}

async function show(): Promise<void> {
  shown.abort();
  rememberList();
  const own = new AbortController();
  shown = own;
  main.setAttribute('aria-busy', 'true');
  const drawn = await screen(own.signal).catch((error: unknown) => trouble(error));
  // Somebody who has gone on meanwhile must not be brought back.
  if (own.signal.aborted) return;
  main.removeAttribute('aria-busy');
  main.replaceChildren(drawn);
  const title = drawn.querySelector('h1');
  document.title = `${title?.textContent ?? 'Wirefold'} · Wirefold`;
  markPlace();
  if (!isFirst) arrive(title);
  isFirst = false;
  document.dispatchEvent(new Event('wirefold:shown'));
}

/** Where somebody reads from with a screen reader or goes on with the keyboard. */
function arrive(title: HTMLElement | null): void {
  window.scrollTo(0, 0);
  const from = left;
  const last = linkTo(from);
  title?.setAttribute('tabindex', '-1');
  (last ?? title)?.focus({ preventScroll: last === undefined });
  // A list that comes later than its screen takes the focus only from where it was put here.
  const late = (): void => {
    if (document.activeElement === title) linkTo(from)?.focus();
  };
  main.firstElementChild?.addEventListener('wirefold:late', late, { once: true });
  left = location.hash;
}

function linkTo(hash: string): HTMLElement | undefined {
  const links = [...document.querySelectorAll<HTMLElement>('main .name[href]')];
  return links.find((link) => link.getAttribute('href') === hash);
}

/** The screen before this one: its link has the focus when its list comes back. */
let left = location.hash;

function markPlace(): void {
  const [, name = ''] = location.hash.split(/[/?]/);
  for (const link of document.querySelectorAll('.bar nav a')) {
    const own = link.getAttribute('href')?.slice(2) ?? '';
    const here = own === name || (own === '' && name === 'files') || (own === 'outlets' && name === 'outlet');
    if (here) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

function trouble(error: unknown): HTMLElement {
  return h(
    'section',
    {},
    h('h1', {}, 'This cannot be shown'),
    h('p', { class: 'problem', role: 'alert' }, errorInWords(error)),
    h('p', {}, h('a', { class: 'button', href: '#/' }, 'To the Inbox')),
  );
}

theme();
lookAhead();
document.querySelector('#help')?.addEventListener('click', openHelp);
document.addEventListener('keydown', keys);
document.querySelector('.skip')?.addEventListener('click', (event) => {
  event.preventDefault();
  main.focus();
});
window.addEventListener('hashchange', () => void show());
void show();
