/** Evidence beside what it is about, on hover and on focus. Promise: stays while the pointer is on it, goes with Escape, never leaves the window. */
import { type Child, h } from './dom.ts';

/** Time to move from the word to its evidence. */
const LINGER_MS = 180;
const GAP = 8;

export interface Tip {
  readonly element: HTMLElement;
  /** The element becomes something to focus, described by the tip. */
  attach(owner: HTMLElement, content: () => readonly Child[]): void;
}

export function openTip(signal: AbortSignal): Tip {
  const element = h('div', { class: 'tip', role: 'tooltip', id: 'evidence', hidden: '' });
  let timer = 0;
  const hide = (): void => {
    element.hidden = true;
  };
  const hideSoon = (): void => {
    clearTimeout(timer);
    timer = window.setTimeout(hide, LINGER_MS);
  };
  const keep = (): void => clearTimeout(timer);
  element.addEventListener('pointerenter', keep);
  element.addEventListener('pointerleave', hideSoon);
  const dismiss = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || element.hidden) return;
    // One Escape closes the evidence, the next one goes back.
    event.stopImmediatePropagation();
    hide();
  };
  document.addEventListener('keydown', dismiss, { signal, capture: true });
  document.addEventListener('scroll', hide, { signal });
  return {
    element,
    attach(owner, content) {
      const show = (): void => {
        keep();
        element.replaceChildren(...content().filter((child) => child !== null));
        element.hidden = false;
        place(element, owner);
      };
      owner.setAttribute('aria-describedby', 'evidence');
      for (const name of ['pointerenter', 'focus', 'click']) owner.addEventListener(name, show);
      for (const name of ['pointerleave', 'blur']) owner.addEventListener(name, hideSoon);
    },
  };
}

function place(tip: HTMLElement, owner: HTMLElement): void {
  const { left, bottom, top } = owner.getBoundingClientRect();
  const below = bottom + GAP + tip.offsetHeight <= window.innerHeight;
  const x = Math.max(GAP, Math.min(left, document.documentElement.clientWidth - tip.offsetWidth - GAP));
  const y = below ? bottom + GAP : Math.max(GAP, top - GAP - tip.offsetHeight);
  tip.style.setProperty('left', `${x}px`);
  tip.style.setProperty('top', `${y}px`);
}
