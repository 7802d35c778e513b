/** Explanations asked for before they are needed: while a link is under the pointer or has the focus. Promise: each once; bounded. */
import type { Explanation } from '../../shared/core/explain.ts';
import { ask } from './api.ts';

const MOST_KEPT = 30;
/** Somebody who moves across a list means none of it. */
const INTENT_MS = 60;

const kept = new Map<string, Promise<Explanation>>();

export function explanationOf(id: string): Promise<Explanation> {
  const known = kept.get(id);
  if (known !== undefined) return known;
  const asked = ask<Explanation>('explanation', { id });
  kept.set(id, asked);
  asked.catch(() => kept.delete(id));
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return asked;
}

/** A file may be replaced while it is looked at: what is shown anew is asked anew. */
export function forget(id: string): void {
  kept.delete(id);
}

export function lookAhead(): void {
  let timer = 0;
  const see = ({ target }: Event): void => {
    clearTimeout(timer);
    const link = target instanceof Element ? target.closest('a[href^="#/article/"]') : null;
    const id = link?.getAttribute('href')?.split('/')[2];
    if (id !== undefined) timer = window.setTimeout(() => void explanationOf(id).catch(() => {}), INTENT_MS);
  };
  document.addEventListener('pointerover', see);
  document.addEventListener('focusin', see);
}
