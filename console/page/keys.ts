/** The keyboard alone is enough: j and k or the arrows, Enter, a slash for search, Escape to go back, a question mark for help. */
import { openHelp } from './help.ts';

export function keys(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]') !== null) return;
  const { target } = event;
  if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) {
    if (event.key === 'Escape') target.blur();
    return;
  }
  const act = ACTS[event.key];
  if (act?.() === true) event.preventDefault();
}

/** Each says whether it did something. */
const ACTS: Readonly<Record<string, () => boolean>> = {
  j: () => move(1),
  k: () => move(-1),
  ArrowDown: () => move(1),
  ArrowUp: () => move(-1),
  Escape: goBack,
  '/': toSearch,
  '?': () => {
    openHelp();
    return true;
  },
};

function move(step: number): boolean {
  const links = [...document.querySelectorAll<HTMLElement>('main .name[href], .track .mark')];
  const at = links.findIndex((link) => link.matches(':focus'));
  const next = at < 0 ? (step > 0 ? links[0] : undefined) : links[at + step];
  next?.focus();
  return next !== undefined;
}

function goBack(): boolean {
  const [, screen = '', id = '', view] = location.hash.split('/');
  if (screen === '') return false;
  location.hash = screen === 'article' && view !== undefined ? `#/article/${id}` : '#/';
  return true;
}

function toSearch(): boolean {
  const focus = (): void => document.querySelector<HTMLElement>('#field-phrase')?.focus();
  if (location.hash.startsWith('#/search')) focus();
  else {
    document.addEventListener('wirefold:shown', focus, { once: true });
    location.hash = '#/search';
  }
  return true;
}
