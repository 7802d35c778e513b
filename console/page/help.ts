/** Keys and help, in a dialog that closes with Escape. */
import { h } from './dom.ts';

const KEYS: readonly (readonly [string, string])[] = [
  ['j  k', 'next and last in a list; the arrows do the same'],
  ['Enter', 'open it'],
  ['/', 'search'],
  ['Esc', 'back to the list, or out of a field'],
  ['?', 'this help'],
];

export function openHelp(): void {
  const known = document.querySelector('dialog');
  const dialog = known ?? build();
  if (known === null) document.body.append(dialog);
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
}

function build(): HTMLElement {
  const keys = KEYS.flatMap(([name, says]) => [
    h('dt', {}, ...name.split('  ').flatMap((key) => [h('kbd', {}, key), ' '])),
    h('dd', {}, says),
  ]);
  const dialog = h('dialog', { 'aria-labelledby': 'help-title' });
  const close = (): void => {
    if (dialog instanceof HTMLDialogElement) dialog.close();
  };
  dialog.append(
    h('h2', { id: 'help-title' }, 'Keys'),
    h('dl', { class: 'keys' }, ...keys),
    h(
      'p',
      { class: 'hint' },
      'Every screen has an address that stays. Commands that are shown ask the same store from a terminal.',
    ),
    h('p', {}, h('button', { type: 'button', click: close }, 'Close')),
  );
  return dialog;
}
