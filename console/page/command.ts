/** The command that answers the same on a terminal, to be copied. */
import type { About } from '../server/shapes.ts';
import { ask } from './api.ts';
import { h } from './dom.ts';

let asked: Promise<About> | null = null;

export async function command(...words: readonly string[]): Promise<HTMLElement> {
  asked ??= ask<About>('about');
  const { program, place } = await asked;
  const text = [program, ...words.map(quoted), place].filter((part) => part !== '').join(' ');
  const button = h('button', { type: 'button' }, 'Copy');
  button.addEventListener('click', () => {
    void navigator.clipboard.writeText(text).then(
      () => button.replaceChildren('Copied'),
      () => button.replaceChildren('Select it to copy'),
    );
  });
  return h(
    'div',
    { class: 'command' },
    h('span', { class: 'hidden' }, 'The same on a terminal: '),
    h('code', {}, text),
    button,
  );
}

/** `it's` //=> `'it'\''s'` */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
