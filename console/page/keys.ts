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

/** The list that somebody came from last. */
let list = '#/';

export function rememberList(): void {
  if (/^#\/(?:files|search|outlets)\b|^(?:#\/)?$/.test(location.hash)) list = location.hash;
}

function goBack(): boolean {
  const [, screen = '', id = '', view] = location.hash.split('/');
  if (screen === '') return false;
  if (screen === 'article' && view !== undefined) location.hash = `#/article/${id}`;
  else location.hash = ['article', 'story', 'event'].includes(screen) && list !== '' ? list : '#/';
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
