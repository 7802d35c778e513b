/** Light and dark: as the system wishes, until somebody chooses. */

const NAME = 'theme';

export function theme(): void {
  const button = document.querySelector('#theme');
  const wish = matchMedia('(prefers-color-scheme: dark)');
  const apply = (): void => {
    const name = chosen() ?? (wish.matches ? 'dark' : 'light');
    document.documentElement.dataset['theme'] = name;
    button?.replaceChildren(name === 'dark' ? 'Light' : 'Dark');
    button?.setAttribute('aria-label', name === 'dark' ? 'Light colours' : 'Dark colours');
  };
  wish.addEventListener('change', apply);
  button?.addEventListener('click', () => {
    choose(document.documentElement.dataset['theme'] === 'dark' ? 'light' : 'dark');
    apply();
  });
  apply();
}

/** A browser may forbid pages to remember: then the choice holds until the next page. */
let held: string | null = null;

function chosen(): string | null {
  try {
    return held ?? localStorage.getItem(NAME);
  } catch {
    return held;
  }
}

function choose(name: string): void {
  held = name;
  try {
    localStorage.setItem(NAME, name);
  } catch {
    // It holds for this page.
  }
}
