/** Elements out of plain data. Promise: text stays text; there is no way here to turn a string into markup. */

export type Child = Node | string | null;
type Props = Readonly<Record<string, string | null | ((event: Event) => void)>>;

/** A property that begins with `--` is set for the style sheet: the page's policy allows no styles in attributes. */
export function h(tag: string, props: Props = {}, ...children: readonly Child[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null) continue;
    if (typeof value !== 'string') element.addEventListener(name, value);
    else if (name.startsWith('--')) element.style.setProperty(name, value);
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null).map(shown));
  return element;
}

/** A name of a stranger inside a sentence of ours: Arabic or Hebrew in it must not turn what stands beside it. */
export function named(name: string): HTMLElement {
  return h('bdi', {}, name);
}

/** What an article says, in its own direction and language: glyphs, voices and the breaking of lines follow it. */
export function spoken(language: string | null): { readonly dir: string; readonly lang: string | null } {
  return { dir: 'auto', lang: language };
}

/** Controls, and marks that turn the direction of what follows, are shown as signs instead of being obeyed. */
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

function shown(child: Node | string): Node | string {
  if (typeof child !== 'string') return child;
  return child.replace(HIDDEN, (mark) => {
    const code = mark.codePointAt(0) ?? 0;
    return code < 32
      ? String.fromCodePoint(0x2400 + code)
      : `\u27e8U+${code.toString(16).toUpperCase().padStart(4, '0')}\u27e9`;
  });
}
